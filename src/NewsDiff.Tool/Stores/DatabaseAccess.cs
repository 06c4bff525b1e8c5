namespace NewsDiff.Tool.Stores;

/// <summary>A database, and how a command wants it.</summary>
/// <param name="Location">What <c>--db</c> names.</param>
internal sealed record DatabaseAccess(string Location)
{
    /// <summary>Whether it is only read.</summary>
    internal bool IsReadOnly { get; init; }

    /// <summary>Whether a server that is away is waited for as long as in a host; otherwise for seconds.</summary>
    internal bool IsPatient { get; init; }

    /// <summary>Whether it is to have a search index; null leaves it as it is.</summary>
    internal bool? Search { get; init; }

    /// <summary>Hears how far an upgrade or the building of the index is.</summary>
    internal IProgress<double>? Progress { get; init; }
}
