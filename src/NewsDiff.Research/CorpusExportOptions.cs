namespace NewsDiff.Research;

/// <summary>What an export contains.</summary>
public sealed record CorpusExportOptions
{
    /// <summary>The defaults.</summary>
    public static CorpusExportOptions Default { get; } = new();

    /// <summary>The format. The default is <see cref="ExportFormat.JsonLines"/>.</summary>
    public ExportFormat Format { get; init; } = ExportFormat.JsonLines;

    /// <summary>Whether Parquet has a folder for each source and month. The default is false.</summary>
    /// <remarks>
    /// One file a table is simplest, and fastest for a corpus that one machine can read. Folders help readers of a
    /// large corpus that need part of it. docs/guide/research.md describes their names.
    /// </remarks>
    public bool IsPartitioned { get; init; }

    /// <summary>Names an article's source; null or an answer of null is its host name.</summary>
    /// <remarks>The default is null. It is called on several threads.</remarks>
    public Func<ArticleHistory, string?>? SourceOf { get; init; }

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
