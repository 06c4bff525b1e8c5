using NewsDiff.Extraction;

namespace NewsDiff.Research;

/// <summary>How a source of versions is read.</summary>
public sealed record ImportOptions
{
    /// <summary>The defaults.</summary>
    public static ImportOptions Default { get; } = new();

    /// <summary>The address to which paths of pages, and ids without an address, are added.</summary>
    /// <remarks>The default is null: each must state its address.</remarks>
    public Uri? BaseUrl { get; init; }

    /// <summary>A name for grouping the articles; null for what the source says, or their hosts.</summary>
    public string? Source { get; init; }

    /// <summary>What reads pages. The default is <see cref="HtmlArticleExtractor"/>.</summary>
    public IArticleExtractor Extractor { get; init; } = new HtmlArticleExtractor();

    /// <summary>The clock that tells which times are in the future. The default is the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How many pages are read at once. The default is the number of processors.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int Workers
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    }
    = Environment.ProcessorCount;
}
