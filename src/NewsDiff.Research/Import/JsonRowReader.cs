using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using NewsDiff.Storage;

namespace NewsDiff.Research.Import;

/// <summary>Reads the versions of one line: an export's, a list of versions, or a single one.</summary>
internal sealed class JsonRowReader(ImportOptions options)
{
    private static readonly string[] TimeNames = ["seenAt", "seen_at", "fetched_at", "time", "timestamp", "created"];
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a line.</summary>
    /// <returns>Its versions; a problem in place of what cannot be read; nothing for a blank line.</returns>
    internal IReadOnlyList<ImportedVersion> Read(ReadOnlyMemory<byte> line, string place)
    {
        line = line.Span.StartsWith(ByteOrderMark) ? line[ByteOrderMark.Length..] : line;
        if (line.Span.IndexOfAnyExcept(" \t\r"u8) < 0)
        {
            return [];
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? ReadObject(document.RootElement, place)
                : [Refuse(place, "It is no JSON object.")];
        }
        catch (JsonException fault)
        {
            return [Refuse(place, $"It is no JSON: {fault.Message}")];
        }
    }

    private ImmutableArray<ImportedVersion> ReadObject(JsonElement row, string place)
    {
        if (row.TryGetProperty("versions", out JsonElement versions) && versions.ValueKind == JsonValueKind.Array)
        {
            return
            [
                .. versions.EnumerateArray().Select((version, index) => Guard(
                    FormattableString.Invariant($"{place}, version {index + 1}"), at => ReadVersion(row, version, at))),
            ];
        }

        return [Guard(place, at => row.TryGetProperty("content", out JsonElement content)
            ? ReadExported(row, content, at)
            : row.TryGetProperty("before", out _) && row.TryGetProperty("after", out _)
                ? Refuse(at, "It is a change; export versions, without --changes.")
                : ReadVersion(row, row, at))];
    }

    private static ImportedVersion Guard(string place, Func<string, ImportedVersion> read)
    {
        try
        {
            return read(place);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or ArgumentException)
        {
            // A value of another kind, or an article that cannot be.
            return Refuse(place, $"It is no version: {fault.Message}");
        }
    }

    // A line of 'newsdiff export'.
    private ImportedVersion ReadExported(JsonElement row, JsonElement content, string place)
    {
        Article article = ArticleJson.Deserialize(JsonMarshal.GetRawUtf8Value(content));
        if (SourceAddress.Read(article.Url.OriginalString) is null)
        {
            return Refuse(place, SourceAddress.Problem);
        }

        string? time = TimeOf(row);
        return SourceTime.Read(time, options.Clock) is not { } seenAt
            ? Refuse(place, SourceTime.Describe(time))
            : new ImportedVersion
            {
                Place = place,
                Article = article,
                SeenAt = seenAt,
                Keys = KeysOf(row),
                Source = options.Source ?? JsonCell.Text(row, "source"),
                Number = JsonCell.Number(row, "version"),
                ExtractorVersion = JsonCell.Number(row, "extractorVersion") ?? 0,
            };
    }

    private ImportedVersion ReadVersion(JsonElement row, JsonElement version, string place)
    {
        if (version.ValueKind != JsonValueKind.Object)
        {
            return Refuse(place, "A version is an object with a time, a title and paragraphs, a text or html.");
        }

        if ((SourceAddress.Read(JsonCell.Text(version, "url") ?? JsonCell.Text(row, "url"))
            ?? FolderReader.AddressOf(options.BaseUrl, JsonCell.Text(row, "id") ?? "")) is not { } url)
        {
            return Refuse(place, SourceAddress.Problem);
        }

        string? time = TimeOf(version);
        if (SourceTime.Read(time, options.Clock) is not { } seenAt)
        {
            return Refuse(place, SourceTime.Describe(time));
        }

        string? source = options.Source ?? JsonCell.Text(row, "source");
        if (JsonCell.Text(version, "html") is { } html)
        {
            var page = new PageDraft { Place = place, Url = url, SeenAt = seenAt, Html = html };
            return PageReader.Read(page, options) with { Source = source };
        }

        return ArticleOf(row, version, url) is { } article
            ? new ImportedVersion { Place = place, Article = article, SeenAt = seenAt, Source = source }
            : Refuse(place, "It has neither paragraphs nor text nor html.");
    }

    private static Article? ArticleOf(JsonElement row, JsonElement version, Uri url)
    {
        ImmutableArray<Paragraph> paragraphs = ParagraphsOf(version);
        return paragraphs.IsDefault ? null : new Article
        {
            Url = url,
            Title = JsonCell.Text(version, "title") ?? "",
            Paragraphs = paragraphs,
            Language = JsonCell.Text(version, "language") ?? JsonCell.Text(row, "language")
                ?? JsonCell.Text(row, "lang"),
        };
    }

    private static ImmutableArray<Paragraph> ParagraphsOf(JsonElement version) =>
        version.TryGetProperty("paragraphs", out JsonElement paragraphs) && paragraphs.ValueKind == JsonValueKind.Array
            ? [.. paragraphs.EnumerateArray().Select(ReadParagraph)]
            : JsonCell.Text(version, "text") is { } text ? BodyText.OfLines(text) : default;

    private static Paragraph ReadParagraph(JsonElement paragraph)
    {
        JsonElement text = paragraph.ValueKind == JsonValueKind.Object ? paragraph.GetProperty("text") : paragraph;
        return text.ValueKind == JsonValueKind.String
            ? new Paragraph(JsonCell.Text(text))
            : throw new InvalidOperationException("A paragraph is no text.");
    }

    private static ImmutableArray<string> KeysOf(JsonElement row) =>
        row.TryGetProperty("keys", out JsonElement keys) && keys.ValueKind == JsonValueKind.Array
            ? [.. keys.EnumerateArray().Select(static key =>
                key.ValueKind == JsonValueKind.String ? JsonCell.Text(key) : "")]
            : [];

    private static string? TimeOf(JsonElement row) => TimeNames
        .Select(name => row.TryGetProperty(name, out JsonElement time) ? time : default)
        .Where(static time => time.ValueKind is JsonValueKind.String or JsonValueKind.Number)
        .Select(static time => time.ValueKind == JsonValueKind.String ? JsonCell.Text(time) : time.GetRawText())
        .FirstOrDefault();

    private static ImportedVersion Refuse(string place, string problem) => new() { Place = place, Problem = problem };
}
