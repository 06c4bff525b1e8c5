using System.Collections.Immutable;

namespace NewsDiff.Research.Export;

/// <summary>A version with its sentences.</summary>
internal sealed class ReadVersion
{
    internal ReadVersion(ArticleVersion version)
    {
        Version = version;
        Sentences = SentenceReader.Read(version.Article);
        Texts =
        [
            .. Sentences.Select(sentence =>
                version.Article.Paragraphs[sentence.Paragraph].Text.Substring(sentence.Start, sentence.Length)),
        ];
    }

    internal ArticleVersion Version { get; }

    internal string ArticleId => Version.ArticleId;

    internal int Number => Version.Number;

    internal Article Article => Version.Article;

    internal ImmutableArray<Sentence> Sentences { get; }

    internal ImmutableArray<string> Texts { get; }
}
