namespace NewsDiff;

/// <summary>A version to append to a store, without its number.</summary>
public sealed record VersionDraft
{
    /// <summary>The article's id; any text of 1 to 200 characters.</summary>
    /// <exception cref="ArgumentException">The text is empty or longer.</exception>
    public required string ArticleId
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrEmpty(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value.Length, 200, nameof(value));
            field = value;
        }
    }

    /// <summary>The content of the page.</summary>
    public required Article Article { get; init; }

    /// <summary>When it was seen; kept in UTC to the millisecond.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>The version of the extractor that read the page; 0, the default, for none.</summary>
    public int ExtractorVersion { get; init; }

    /// <summary>The place of the body, as the extractor names it. The default is null.</summary>
    public string? Container { get; init; }

    /// <summary>The hash of the page it was read from, or null.</summary>
    /// <remarks>See <see cref="FetchResult.PageHash"/>.</remarks>
    public string? PageHash { get; init; }

    /// <summary>Why its text may be a reading error, or null, the default.</summary>
    /// <remarks>See <see cref="ArticleVersion.Doubt"/>.</remarks>
    public string? Doubt { get; init; }

    /// <summary>Who brought it, if no tracker found it; null, the default, for a tracker.</summary>
    /// <remarks>It becomes <see cref="Events.ArticleEvent.By"/>; handlers are not called for such a version.</remarks>
    public string? By { get; init; }

    /// <summary>The required number of the latest version: 0 for none, null for any.</summary>
    /// <remarks>The default is null.</remarks>
    public int? ExpectedHead { get; init; }

    /// <summary>Computes the result of appending, which a store then writes.</summary>
    /// <param name="head">The current version, or null when the article has none.</param>
    /// <returns>Appended, with the new version as head; or unchanged or in conflict, with the given one.</returns>
    public AppendResult ApplyTo(ArticleVersion? head)
    {
        string hash = NewsDiff.ContentHash.Compute(Article);

        // Checked before the expected head: an append that is repeated because its answer was lost is not a conflict.
        // The texts are compared too: an earlier release may have hashed the current version differently.
        if (head is not null && (head.ContentHash == hash || (head.HasText && head.Article.HasSameContentAs(Article))))
        {
            return new AppendResult { Status = AppendStatus.Unchanged, Head = head };
        }

        int number = head?.Number ?? 0;
        if (ExpectedHead is { } expected && expected != number)
        {
            return new AppendResult { Status = AppendStatus.Conflict, Head = head };
        }

        return new AppendResult
        {
            Status = AppendStatus.Appended,
            Head = new ArticleVersion
            {
                ArticleId = ArticleId,
                Number = number + 1,
                SeenAt = UtcInstant.ToMillisecond(SeenAt),
                Article = Article,
                ContentHash = hash,
                ExtractorVersion = ExtractorVersion,
                Container = Container,
                PageHash = PageHash,
                Doubt = Doubt,
            },
        };
    }
}
