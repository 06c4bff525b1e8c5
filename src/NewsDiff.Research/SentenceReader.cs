using System.Collections.Immutable;
using NewsDiff.Research.Sentences;

namespace NewsDiff.Research;

/// <summary>Cuts paragraphs into sentences, by rules that are the same on every machine.</summary>
/// <remarks>
/// A sentence ends at a full stop, an exclamation or question mark of any script, with the quotation marks and brackets
/// after it, unless there is a sign that it continues: a small letter, an abbreviation, an initial, an ordinal number,
/// the number of a list's item, an open Chinese or Japanese quotation. Thai, Lao, Khmer and Burmese without such marks
/// are not cut. Every visible character belongs to a sentence, and no sentence crosses a paragraph.
/// </remarks>
public static class SentenceReader
{
    /// <summary>The version of the rules, which exports state.</summary>
    public const int RulesVersion = 2;

    /// <summary>Cuts the paragraphs of an article.</summary>
    /// <param name="article">The article; its language decides what is an abbreviation.</param>
    /// <returns>The sentences in reading order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="article"/> is null.</exception>
    public static ImmutableArray<Sentence> Read(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var rules = SentenceRules.For(article.Language);
        ImmutableArray<Sentence>.Builder sentences = ImmutableArray.CreateBuilder<Sentence>();
        for (int i = 0; i < article.Paragraphs.Length; i++)
        {
            new SentenceCutter(article.Paragraphs[i].Text, rules).Cut(i, sentences);
        }

        return sentences.DrainToImmutable();
    }

    /// <summary>Cuts one text.</summary>
    /// <param name="text">The text; a blank line ends a sentence.</param>
    /// <param name="language">Its language as a BCP 47 tag, or null.</param>
    /// <returns>The sentences, all of paragraph 0.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static ImmutableArray<Sentence> Read(string text, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ImmutableArray<Sentence>.Builder sentences = ImmutableArray.CreateBuilder<Sentence>();
        new SentenceCutter(text, SentenceRules.For(language)).Cut(0, sentences);
        return sentences.DrainToImmutable();
    }
}
