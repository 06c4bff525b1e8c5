using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace NewsDiff.Research.Sentences;

/// <summary>The texts of the sentences of two versions.</summary>
/// <remarks>Most paragraphs of a new version are in the old one too: each is cut once.</remarks>
/// <param name="isOneLanguage">Whether both versions are in one language.</param>
internal sealed class SentenceTexts(bool isOneLanguage)
{
    private readonly Dictionary<string, string[]> _known = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Sentence>.Builder _sentences = ImmutableArray.CreateBuilder<Sentence>();

    internal ImmutableArray<string> Of(Article article)
    {
        if (!isOneLanguage)
        {
            _known.Clear();
        }

        var rules = SentenceRules.For(article.Language);
        string[][] paragraphs = new string[article.Paragraphs.Length][];
        _known.EnsureCapacity(paragraphs.Length);
        int count = 0;
        for (int i = 0; i < paragraphs.Length; i++)
        {
            string text = article.Paragraphs[i].Text;
            ref string[]? cut = ref CollectionsMarshal.GetValueRefOrAddDefault(_known, text, out _);
            paragraphs[i] = cut ??= Cut(text, rules);
            count += cut.Length;
        }

        ImmutableArray<string>.Builder texts = ImmutableArray.CreateBuilder<string>(count);
        foreach (string[] paragraph in paragraphs)
        {
            texts.AddRange(paragraph);
        }

        return texts.MoveToImmutable();
    }

    private string[] Cut(string text, SentenceRules rules)
    {
        _sentences.Clear();
        new SentenceCutter(text, rules).Cut(0, _sentences);
        string[] texts = new string[_sentences.Count];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = text.Substring(_sentences[i].Start, _sentences[i].Length);
        }

        return texts;
    }
}
