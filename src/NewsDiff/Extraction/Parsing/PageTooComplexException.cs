namespace NewsDiff.Extraction.Parsing;

/// <summary>Ends the parsing of a page half-way; the parser offers no other way. It never leaves <see cref="PageParser"/>.</summary>
#pragma warning disable CA1032, CA1064 // Nobody else makes or catches it.
internal sealed class PageTooComplexException : Exception;
#pragma warning restore CA1032, CA1064
