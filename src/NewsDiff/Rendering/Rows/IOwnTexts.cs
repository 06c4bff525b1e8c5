namespace NewsDiff.Rendering.Rows;

/// <summary>The words that renderers add to a text, in one language.</summary>
/// <remarks>The English words are the key.</remarks>
internal interface IOwnTexts
{
    /// <summary>The language, as HTML writes it.</summary>
    string Language { get; }

    /// <summary>Whether it is written from left to right (<c>ltr</c>) or from right to left (<c>rtl</c>).</summary>
    string Direction { get; }

    /// <summary>A text with values in its places.</summary>
    string Say(string english, params ReadOnlySpan<string> values);

    /// <summary>A text that depends on a number, with the number in its first place.</summary>
    string Count(string english, int number);

    /// <summary>How much later or earlier an instant is.</summary>
    string Later(DateTimeOffset from, DateTimeOffset to);

    /// <summary>A sentence of the library, such as a reason; unknown ones stay English.</summary>
    string Translate(string english);
}
