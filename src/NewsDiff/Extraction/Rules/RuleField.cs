namespace NewsDiff.Extraction.Rules;

/// <summary>The fields of a site's rule.</summary>
[Flags]
internal enum RuleField
{
    None = 0,
    Title = 1,
    Body = 2,
    Remove = 4,
    Date = 8,
    Authors = 16,
}
