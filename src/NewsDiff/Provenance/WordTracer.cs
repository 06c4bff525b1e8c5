using System.Collections.Immutable;

namespace NewsDiff.Provenance;

/// <summary>Traces every word and paragraph of an article, version by version.</summary>
/// <remarks>
/// Texts that return whole, wherever they are, keep their words; so do sentences and runs of five words. Elsewhere a
/// word is kept where the comparison shows it as kept. The idea is that of WikiWho (Flöck and Acosta 2014): paragraphs,
/// then sentences, then words. Not thread-safe. It keeps the texts of all versions.
/// </remarks>
public sealed class WordTracer
{
    private readonly WordTable _words = new();
    private readonly SpanTable _paragraphs = new();
    private readonly TextCutter _cutter = new();
    private readonly TextIndex _index = new();
    private readonly SentenceIndex _sentences;
    private readonly RunIndex _runs;
    private readonly ParagraphLines _lines;
    private readonly List<ReadVersion> _versions = [];
    private readonly Dictionary<string, int> _contents = new(StringComparer.Ordinal);
    private string? _articleId;
    private TracedText[] _before = [];

    /// <summary>Makes a tracer without versions.</summary>
    public WordTracer()
    {
        _sentences = new SentenceIndex(_words);
        _runs = new RunIndex(_words);
        _lines = new ParagraphLines(_paragraphs, _words);
    }

    /// <summary>The number of the last version read; 0 before the first.</summary>
    public int LatestNumber => _versions.Count == 0 ? 0 : _versions[^1].Number;

    /// <summary>Reads the next version.</summary>
    /// <remarks>A version without text is skipped: its words are not known.</remarks>
    /// <param name="version">The version.</param>
    /// <exception cref="ArgumentNullException"><paramref name="version"/> is null.</exception>
    /// <exception cref="ArgumentException">It is of another article, or not later than the last one.</exception>
    public void Add(ArticleVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        if (version.ArticleId != (_articleId ??= version.ArticleId) || version.Number <= LatestNumber)
        {
            throw new ArgumentException(
                $"'{version}' cannot follow version {LatestNumber} of '{_articleId}'.", nameof(version));
        }

        if (!version.HasText)
        {
            return;
        }

        var matching = new VersionMatching(_before, version.Number, _words, _cutter, _index);
        TracedText[] texts = matching.MatchWholeTexts(version.Article);
        matching.MatchParts(_sentences, _runs);
        matching.Settle();
        _lines.Assign(texts, matching.Added, version.Number);
        matching.Added.ForEach(_index.Add);
        _sentences.Add(matching.Added);
        _before = texts;
        _versions.Add(new ReadVersion(version.Number, FindRevert(version), [.. texts]));
    }

    /// <summary>Gives a version with all that is known so far about each word.</summary>
    /// <param name="number">The number of the version.</param>
    /// <returns>The version, or null if it was not read.</returns>
    public TracedVersion? Find(int number)
    {
        int index = _versions.BinarySearch(new ReadVersion(number, null, []), ReadVersion.ByNumber);
        if (index < 0)
        {
            return null;
        }

        ReadVersion version = _versions[index];
        return new TracedVersion
        {
            Number = number,
            RevertsTo = version.RevertsTo,
            Title = Describe(version.Texts[0], version.Paragraphs[0]),
            Paragraphs = [.. version.Texts.Skip(1).Zip(version.Paragraphs.Skip(1), Describe)],
        };
    }

    private int? FindRevert(ArticleVersion version)
    {
        bool isKnown = _contents.TryGetValue(version.ContentHash, out int earlier);
        _contents[version.ContentHash] = version.Number;
        return isKnown && earlier != LatestNumber ? earlier : null;
    }

    private TracedParagraph Describe(TracedText text, int paragraph) => new()
    {
        Id = paragraph,
        Text = text.Text,
        Spans = _paragraphs.Read(paragraph),
        Words =
        [
            .. text.Places.Select((place, index) => new TracedWord
            {
                Id = text.Words[index],
                Start = place.Start,
                Length = place.Length,
                Spans = _words.ReadSpans(text.Words[index]),
            }),
        ],
    };

    private sealed record ReadVersion(int Number, int? RevertsTo, ImmutableArray<TracedText> Texts)
    {
        internal static IComparer<ReadVersion> ByNumber { get; } =
            Comparer<ReadVersion>.Create(static (left, right) => left.Number.CompareTo(right.Number));

        /// <summary>The paragraphs of the texts in this version; a text may be another paragraph later.</summary>
        internal ImmutableArray<int> Paragraphs { get; } = [.. Texts.Select(static text => text.Paragraph)];
    }
}
