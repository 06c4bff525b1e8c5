using System.Text;

namespace NewsDiff.Evaluation.Extraction;

/// <summary>
/// Compares a body text with the expected one by their runs of four words, as the article-extraction benchmark does.
/// </summary>
internal readonly record struct BodyScore(double Precision, double Recall, bool IsExact)
{
    private const int RunLength = 4;

    public static BodyScore Of(string expected, string actual)
    {
        List<string> expectedWords = Words(expected);
        List<string> actualWords = Words(actual);
        Dictionary<string, int> wanted = Runs(expectedWords);
        Dictionary<string, int> given = Runs(actualWords);
        double common = given.Sum(run => Math.Min(run.Value, wanted.GetValueOrDefault(run.Key)));
        return new BodyScore(
            given.Count == 0 ? double.NaN : common / given.Values.Sum(),
            wanted.Count == 0 ? double.NaN : common / wanted.Values.Sum(),
            expectedWords.SequenceEqual(actualWords));
    }

    /// <summary>Letters, digits and underscores in a row.</summary>
    public static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsLetter(rune) || Rune.IsNumber(rune) || rune.Value == '_')
            {
                word.Append(rune.ToString());
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    private static Dictionary<string, int> Runs(List<string> words)
    {
        var runs = new Dictionary<string, int>(StringComparer.Ordinal);
        if (words.Count == 0)
        {
            return runs;
        }

        for (int i = 0; i < Math.Max(1, words.Count - RunLength + 1); i++)
        {
            string run = string.Join(' ', words.Skip(i).Take(RunLength));
            runs[run] = runs.GetValueOrDefault(run) + 1;
        }

        return runs;
    }
}
