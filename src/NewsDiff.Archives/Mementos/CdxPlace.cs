namespace NewsDiff.Archives.Mementos;

/// <summary>The archive of the rows in a CDX list.</summary>
/// <param name="Prefix">The archive's addresses, up to the time.</param>
/// <param name="Original">The requested page, for rows that do not name it.</param>
internal sealed record CdxPlace(string Prefix, Uri? Original);
