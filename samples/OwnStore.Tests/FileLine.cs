using System.Text.Json;
using NewsDiff.Storage;

namespace NewsDiff.Samples.OwnStore;

/// <summary>A version as a line of the file.</summary>
/// <remarks>The article is bytes: <see cref="ArticleJson"/> keeps whatever a page may hold.</remarks>
internal sealed record FileLine
{
    public required string ArticleId { get; init; }

    public required byte[] Article { get; init; }

    public required DateTimeOffset SeenAt { get; init; }

    public int ExtractorVersion { get; init; }

    public string? Container { get; init; }

    public string? PageHash { get; init; }

    public string? Doubt { get; init; }

    public static FileLine Of(VersionDraft draft) => new()
    {
        ArticleId = draft.ArticleId,
        Article = ArticleJson.Serialize(draft.Article),
        SeenAt = draft.SeenAt,
        ExtractorVersion = draft.ExtractorVersion,
        Container = draft.Container,
        PageHash = draft.PageHash,
        Doubt = draft.Doubt,
    };

    /// <summary>Reads a line; null when it is not whole.</summary>
    public static FileLine? TryRead(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<FileLine>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public byte[] ToBytes() => [.. JsonSerializer.SerializeToUtf8Bytes(this), (byte)'\n'];

    public VersionDraft ToDraft() => new()
    {
        ArticleId = ArticleId,
        Article = ArticleJson.Deserialize(Article),
        SeenAt = SeenAt,
        ExtractorVersion = ExtractorVersion,
        Container = Container,
        PageHash = PageHash,
        Doubt = Doubt,
    };
}
