namespace NewsDiff.Benchmarks;

/// <summary>Makes texts with the statistics of news prose and edits them, the same on every run.</summary>
internal sealed class SyntheticText(int seed)
{
    private const int Vocabulary = 4000;

    private readonly Random _random = new(seed);

    /// <summary>Makes paragraphs of about 45 words.</summary>
    internal string[] Paragraphs(int words) =>
        [.. Enumerable.Range(0, Math.Max(1, words / 45)).Select(_ => Paragraph(30 + _random.Next(30)))];

    /// <summary>Replaces, inserts or deletes a share of the words, in phrases of one to four.</summary>
    internal string[] Edit(string[] paragraphs, double share) =>
        [.. paragraphs.Select(paragraph => string.Join(' ', EditWords(paragraph.Split(' '), share)))];

    private IEnumerable<string> EditWords(string[] words, double share)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (_random.NextDouble() >= share / 2.5)
            {
                yield return words[i];
                continue;
            }

            int length = 1 + _random.Next(4);
            int kind = _random.Next(3);
            for (int n = 0; n < length && kind != 0; n++)
            {
                yield return Word();
            }

            // An insertion keeps the word it stands before.
            if (kind == 1)
            {
                yield return words[i];
            }
            else
            {
                i += length - 1;
            }
        }
    }

    private string Paragraph(int words) =>
        string.Join(
            ' ', Enumerable.Range(0, words).Select(i => Word() + (i % 13 == 12 ? "," : i == words - 1 ? "." : "")));

    // Zipf's law: the n-th word is about n times rarer than the first.
    private string Word()
    {
        int rank = (int)Math.Pow(Vocabulary, _random.NextDouble());
        const string Syllables = "ka ro mi te nu sa le vo di pa ger tor min sel";
        string[] parts = Syllables.Split(' ');
        string word = "";
        for (int n = rank; n > 0; n /= parts.Length)
        {
            word += parts[n % parts.Length];
        }

        return word;
    }
}
