using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using NewsDiff.Languages;

namespace NewsDiff.Extraction.Fields;

/// <summary>Judges the language of an article by its script and its most frequent words.</summary>
/// <remarks>
/// What a page states holds unless the text contradicts it clearly. A word that several languages share counts less.
/// </remarks>
internal static class LanguageJudge
{
    /// <summary>The least number of words, or of letters in scripts without spaces, that are judged.</summary>
    private const int LeastWords = 30;
    private const int LeastLetters = 60;

    /// <summary>How many characters are read; more would not make it surer.</summary>
    private const int MostCharacters = 2_500;

    /// <summary>The share of the letters that the script of the text has.</summary>
    private const double MainScript = .6;

    /// <summary>The share of kana in Japanese, next to Chinese characters.</summary>
    private const double LeastKana = .1;

    /// <summary>The least score of a word, on average, in a language that is recognised.</summary>
    private const double LeastScore = .08;

    /// <summary>The same to contradict a language whose words are not known.</summary>
    private const double LeastAgainstUnknown = .2;

    /// <summary>How much of the best score is enough for the language that the page states.</summary>
    private const double EnoughForStated = .5;

    /// <summary>How much the second language may have when the page states none.</summary>
    private const double MostOfSecond = .8;

    private static readonly ImmutableArray<(string[] Codes, TextScript Script)> Candidates =
        [.. KnownLanguages.All.Where(language => language.CommonWords.Length > 0).Select(
            language => (Language.Split(language.Codes).ToArray(), ScriptOf(language.CommonWords)))];

    private static readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> Words =
        KnownLanguages.All
        .Where(language => language.CommonWords.Length > 0)
        .SelectMany((language, index) => Language.Split(language.CommonWords).Select(word => (word, index)))
        .GroupBy(pair => pair.word, pair => pair.index, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The language of an article.</summary>
    /// <param name="stated">The tag that the page states, or null.</param>
    /// <param name="paragraphs">The text.</param>
    /// <returns>The stated tag, unless the text contradicts it; the code of the text's language; or null.</returns>
    public static string? Judge(string? stated, ImmutableArray<Paragraph> paragraphs)
    {
        Span<int> letters = stackalloc int[(int)TextScript.Hangul + 1];
        Span<double> scores = stackalloc double[Candidates.Length];
        int words = 0;
        int left = MostCharacters;
        foreach (Paragraph paragraph in paragraphs)
        {
            ReadOnlySpan<char> text = paragraph.Text.AsSpan(0, Math.Min(paragraph.Text.Length, left));
            words += Count(text, letters, scores);
            left -= text.Length;
        }

        TextScript script = MainOf(letters, out int count);
        string[] own = TextScripts.LanguagesOf(script);
        return own.Length > 0
            ? count < LeastLetters || Array.IndexOf(own, CodeOf(stated)) >= 0 ? stated : own[0]
            : words < LeastWords || script == TextScript.Other ? stated : ByWords(stated, script, scores, words);
    }

    private static string? ByWords(string? stated, TextScript script, ReadOnlySpan<double> scores, int words)
    {
        int best = -1;
        double second = 0;
        double ofStated = 0;
        string code = CodeOf(stated);
        bool isKnown = TextScripts.HasOwn(code);
        for (int i = 0; i < scores.Length; i++)
        {
            bool isStated = Array.IndexOf(Candidates[i].Codes, code) >= 0;
            isKnown |= isStated;
            if (Candidates[i].Script != script)
            {
                continue;
            }

            ofStated = isStated ? Math.Max(ofStated, scores[i]) : ofStated;
            if (best < 0 || scores[i] > scores[best])
            {
                second = best < 0 ? 0 : scores[best];
                best = i;
            }
            else
            {
                second = Math.Max(second, scores[i]);
            }
        }

        double needed = words * (stated is null || isKnown ? LeastScore : LeastAgainstUnknown);
        bool isClear = best >= 0 && scores[best] >= needed
            && (stated is null ? second <= scores[best] * MostOfSecond : ofStated < scores[best] * EnoughForStated);
        return isClear ? Candidates[best].Codes[0] : stated;
    }

    /// <summary>Counts the letters of each script and the scores of each language.</summary>
    /// <returns>The number of words.</returns>
    private static int Count(ReadOnlySpan<char> text, Span<int> letters, Span<double> scores)
    {
        int words = 0;
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            int letter = i;
            while (i < text.Length && char.IsAsciiLetter(text[i]))
            {
                i++;
            }

            letters[(int)TextScript.Latin] += i - letter;
            start = start < 0 && i > letter ? letter : start;
            char c = i < text.Length ? text[i] : ' ';
            if (char.IsAscii(c) ? c == '\'' : char.IsLetter(c) || IsMark(c))
            {
                letters[(int)TextScripts.Of(c)]++;
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                words++;
                Score(text[start..i], scores);
                start = -1;
            }
        }

        return words;
    }

    /// <summary>Whether a character beyond ASCII is a vowel sign or the like, or an apostrophe.</summary>
    private static bool IsMark(char c) =>
        c is '’' or 'ʻ'
            || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static void Score(ReadOnlySpan<char> word, Span<double> scores)
    {
        if (Words.TryGetValue(word, out int[]? languages))
        {
            foreach (int language in languages)
            {
                scores[language] += 1.0 / languages.Length;
            }
        }
    }

    /// <summary>The script that most letters have.</summary>
    private static TextScript MainOf(Span<int> letters, out int count)
    {
        letters[(int)TextScript.Other] = 0;
        int all = 0;
        foreach (int number in letters)
        {
            all += number;
        }

        // Japanese is written in kana and Chinese characters.
        ref int kana = ref letters[(int)TextScript.Kana];
        ref int han = ref letters[(int)TextScript.Han];
        (kana, han) = kana >= (kana + han) * LeastKana ? (kana + han, 0) : (0, han);

        int main = 0;
        for (int i = 1; i < letters.Length; i++)
        {
            main = letters[i] > letters[main] ? i : main;
        }

        count = letters[main];
        return count > all * MainScript ? (TextScript)main : TextScript.Other;
    }

    private static TextScript ScriptOf(string words)
    {
        foreach (char c in words)
        {
            if (TextScripts.Of(c) is not TextScript.Other and var script)
            {
                return script;
            }
        }

        return TextScript.Other;
    }

    private static string CodeOf(string? tag) => tag?.Split('-')[0] ?? "";
}
