using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using NewsDiff.Text;

namespace NewsDiff.Tool.Lines;

/// <summary>The versions in a line of the input.</summary>
/// <remarks>
/// A line has <c>old</c> and <c>new</c>, or <c>versions</c>, and perhaps <c>id</c> and <c>language</c> (or
/// <c>lang</c>). A version is a text with blank lines between its paragraphs, or <c>title</c>, <c>paragraphs</c>
/// (texts, or objects with <c>text</c>) and <c>time</c> (ISO 8601).
/// </remarks>
internal sealed record VersionLine(long Number, string Id, ImmutableArray<ArticleVersion> Versions)
{
    private static readonly Uri NoAddress = new("about:blank");

    /// <summary>Reads a line.</summary>
    /// <exception cref="FormatException">The line has another form.</exception>
    internal static VersionLine Parse(InputLine line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(JsonEscapes.Mend(Valid(line.Text)));
            JsonElement row = document.RootElement;
            string number = line.Number.ToString(CultureInfo.InvariantCulture);
            string id = ReadText(row, "id") ?? number;
            string? language = ReadText(row, "language") ?? ReadText(row, "lang");
            JsonElement[] versions = row.TryGetProperty("versions", out JsonElement all)
                ? [.. all.EnumerateArray()]
                : [row.GetProperty("old"), row.GetProperty("new")];
            var paragraphs = new ParagraphReader();
            return new VersionLine(
                line.Number,
                id,
                [.. versions.Select((version, index) => ReadVersion(id, index + 1, version, language, paragraphs))]);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException(
                fault is JsonException
                    ? $"This is not JSON: {fault.Message}"
                    : "A line needs old and new, or versions: texts, or objects with title and paragraphs.",
                fault);
        }
    }

    // A byte that is not UTF-8 becomes a replacement character, as in a text reader.
    private static ReadOnlyMemory<byte> Valid(ReadOnlyMemory<byte> text) =>
        Utf8.IsValid(text.Span) ? text : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text.Span));

    private static ArticleVersion ReadVersion(
        string id, int number, JsonElement version, string? language, ParagraphReader paragraphs)
    {
        Article article = version.ValueKind == JsonValueKind.String
            ? new Article { Url = NoAddress, Title = "", Paragraphs = Cut(version.GetString()!), Language = language }
            : new Article
            {
                Url = NoAddress,
                Title = ReadText(version, "title") ?? "",
                Paragraphs = paragraphs.Read(version.GetProperty("paragraphs")),
                Language = language,
            };
        return new ArticleVersion
        {
            ArticleId = id,
            Number = number,
            SeenAt = ReadTime(version) ?? DateTimeOffset.UnixEpoch.AddSeconds(number),
            Article = article,
            ContentHash = "",
        };
    }

    private static ImmutableArray<Paragraph> Cut(string text) =>
    [
        .. text.ReplaceLineEndings("\n")
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(static paragraph => new Paragraph(paragraph)),
    ];

    private static DateTimeOffset? ReadTime(JsonElement version) =>
        version.ValueKind == JsonValueKind.Object
            && ReadText(version, "time") is { } text
            && DateTimeOffset.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : null;

    private static string? ReadText(JsonElement row, string name) =>
        row.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
