using System.Collections.Immutable;

namespace NewsDiff.Pages.Texts;

/// <summary>Finds the values in a sentence whose other words are known.</summary>
/// <param name="English">The sentence, with <c>{0}</c>, <c>{1}</c> and so on in this order.</param>
internal sealed record SentencePattern(string English)
{
    private readonly ImmutableArray<string> _between = [.. Split(English)];

    /// <summary>The values; null when the sentence is another.</summary>
    internal string[]? ValuesOf(string sentence)
    {
        string[] values = new string[_between.Length - 1];
        if (!sentence.StartsWith(_between[0], StringComparison.Ordinal))
        {
            return null;
        }

        int at = _between[0].Length;
        for (int i = 0; i < values.Length; i++)
        {
            bool isLast = i == values.Length - 1;
            int end = isLast && sentence.EndsWith(_between[i + 1], StringComparison.Ordinal)
                ? sentence.Length - _between[i + 1].Length
                : isLast ? -1 : sentence.IndexOf(_between[i + 1], at, StringComparison.Ordinal);
            if (end <= at)
            {
                return null;
            }

            values[i] = sentence[at..end];
            at = end + _between[i + 1].Length;
        }

        return values;
    }

    /// <summary>The words before, between and after the values.</summary>
    private static IEnumerable<string> Split(string english)
    {
        int start = 0;
        while (english.IndexOf('{', start) is var place and >= 0)
        {
            yield return english[start..place];
            start = place + "{0}".Length;
        }

        yield return english[start..];
    }
}
