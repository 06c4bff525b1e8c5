namespace NewsDiff.Extraction.Parsing;

/// <summary>Aborts the parsing of a page, which the parser allows only by exception.</summary>
/// <remarks>It never leaves <see cref="PageParser"/>.</remarks>
#pragma warning disable CA1032, CA1064 // Nobody else makes or catches it.
internal sealed class PageTooComplexException : Exception;
#pragma warning restore CA1032, CA1064
