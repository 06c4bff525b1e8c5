namespace NewsDiff.Extraction.Rules.SiteConfigs;

/// <summary>Ends the translation of one expression; the message says why.</summary>
/// <remarks>It never leaves <see cref="SiteConfigTranslator"/>.</remarks>
#pragma warning disable CA1032, CA1064 // Nobody else makes or catches it.
internal sealed class XPathNotTranslatedException(string message) : Exception(message);
#pragma warning restore CA1032, CA1064
