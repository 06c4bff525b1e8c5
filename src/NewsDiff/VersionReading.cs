namespace NewsDiff;

/// <summary>A newer reading of a version's kept page, to replace what the version says.</summary>
public sealed record VersionReading
{
    /// <summary>The number of the version.</summary>
    public required int Number { get; init; }

    /// <summary>The <see cref="ArticleVersion.ContentHash"/> of the version as it was when its page was read.</summary>
    public required string FormerHash { get; init; }

    /// <summary>The content of the page, as it is read now; the address of the version stays.</summary>
    public required Article Article { get; init; }

    /// <summary>The version of the extractor that read the page now.</summary>
    public required int ExtractorVersion { get; init; }

    /// <summary>The place of the body, as the extractor names it. The default is null.</summary>
    public string? Container { get; init; }

    /// <summary>Whether it may replace what a version says: the version is as it was, and read by an earlier extractor.</summary>
    internal bool MayReplace(ArticleVersion version) =>
        version.HasText && version.ContentHash == FormerHash && version.ExtractorVersion < ExtractorVersion;

    /// <summary>The version with this reading.</summary>
    internal ArticleVersion ApplyTo(ArticleVersion version) => version with
    {
        Article = Article with { Url = version.Article.Url },
        ContentHash = NewsDiff.ContentHash.Compute(Article),
        ExtractorVersion = ExtractorVersion,
        Container = Container,
    };
}
