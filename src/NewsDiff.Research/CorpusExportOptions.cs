namespace NewsDiff.Research;

/// <summary>What an export contains.</summary>
public sealed record CorpusExportOptions
{
    /// <summary>The defaults.</summary>
    public static CorpusExportOptions Default { get; } = new();

    /// <summary>The format. The default is <see cref="ExportFormat.JsonLines"/>.</summary>
    public ExportFormat Format { get; init; } = ExportFormat.JsonLines;

    /// <summary>Whether texts are written, not only hashes, places and counts. The default is true.</summary>
    /// <remarks>
    /// Without texts an export may be shared where the articles may not. A guess of a short sentence can still be
    /// checked by its hash.
    /// </remarks>
    public bool IncludesText { get; init; } = true;

    /// <summary>How the articles were chosen, for the run record; null for all.</summary>
    /// <remarks>The default is null.</remarks>
    public string? Selection { get; init; }

    /// <summary>How alike the sentences of two versions must be.</summary>
    public SentenceAlignmentOptions Alignment { get; init; } = SentenceAlignmentOptions.Default;

    /// <summary>How many articles are computed at once. The default is the number of processors.</summary>
    /// <remarks>The files are the same for any number.</remarks>
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
