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
        ImmutableArray<string>.Builder texts = ImmutableArray.CreateBuilder<string>();
        foreach (Paragraph paragraph in article.Paragraphs)
        {
            ref string[]? cut = ref CollectionsMarshal.GetValueRefOrAddDefault(_known, paragraph.Text, out _);
            texts.AddRange(cut ??= Cut(paragraph.Text, rules));
        }

        return texts.DrainToImmutable();
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
