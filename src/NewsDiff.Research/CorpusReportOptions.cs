namespace NewsDiff.Research;

/// <summary>What a report says about itself.</summary>
public sealed record CorpusReportOptions
{
    /// <summary>The defaults.</summary>
    public static CorpusReportOptions Default { get; } = new();

    /// <summary>The heading. The default is <c>Changes after publication</c>.</summary>
    public string Title { get; init; } = "Changes after publication";

    /// <summary>How the articles were chosen, in a few words; null for all.</summary>
    /// <remarks>The default is null.</remarks>
    public string? Selection { get; init; }

    /// <summary>How many articles are computed at once. The default is the number of processors.</summary>
    /// <remarks>The page is the same for any number.</remarks>
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
