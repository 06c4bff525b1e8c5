namespace NewsDiff.Extraction.Fields;

/// <summary>The scripts that tell languages apart.</summary>
internal enum TextScript : byte
{
    /// <summary>No letter, or one of another script.</summary>
    Other,
    Latin,
    Greek,
    Cyrillic,
    Armenian,
    Hebrew,
    Arabic,
    Devanagari,
    Bengali,
    Gurmukhi,
    Gujarati,
    Tamil,
    Telugu,
    Kannada,
    Malayalam,
    Sinhala,
    Thai,
    Lao,
    Burmese,
    Georgian,
    Ethiopic,
    Khmer,
    Kana,
    Han,
    Hangul,
}
