namespace NewsDiff.Extraction.Parsing;

/// <summary>Which field an element may state.</summary>
internal enum MarkKind
{
    Headline,
    Author,
    Byline,
    Published,
    Modified,
    Time,
    DateText,
}
