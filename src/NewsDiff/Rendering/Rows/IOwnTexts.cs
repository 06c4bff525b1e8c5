namespace NewsDiff.Rendering.Rows;

/// <summary>The words that renderers add to a text, in one language.</summary>
/// <remarks>The English words are the key of a text.</remarks>
internal interface IOwnTexts
{
    /// <summary>The language, as HTML writes it.</summary>
    string Language { get; }

    /// <summary>The direction of the language: <c>ltr</c> (left to right) or <c>rtl</c> (right to left).</summary>
    string Direction { get; }

    /// <summary>A text with values in its places: <c>{0}</c>, <c>{1}</c> and so on.</summary>
    string Say(string english, params ReadOnlySpan<string> values);

    /// <summary>A text that depends on a number, with the number in its first place.</summary>
    string Count(string english, int number);

    /// <summary>How much later or earlier an instant is.</summary>
    string Later(DateTimeOffset from, DateTimeOffset to);

    /// <summary>A sentence of the library, such as a reason; an unknown sentence stays English.</summary>
    string Translate(string english);
}
