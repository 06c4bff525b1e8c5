namespace NewsDiff.Provenance;

/// <summary>A run of versions that have a word or a paragraph.</summary>
public readonly record struct VersionSpan
{
    /// <summary>Makes a span.</summary>
    /// <param name="since">The number of the first version that has it.</param>
    /// <param name="until">The number of the version that no longer has it, or null.</param>
    public VersionSpan(int since, int? until)
    {
        Since = since;
        Until = until;
    }

    /// <summary>The number of the first version that has it.</summary>
    public int Since { get; init; }

    /// <summary>The number of the first version without it; null if the latest version has it.</summary>
    public int? Until { get; init; }
}
