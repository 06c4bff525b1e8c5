namespace NewsDiff.Archives.Mementos;

/// <summary>Which archive the rows of a CDX list are of.</summary>
/// <param name="Prefix">The archive's addresses, up to the time.</param>
/// <param name="Original">The page that was asked for, for rows that do not name it.</param>
internal sealed record CdxPlace(string Prefix, Uri? Original);
