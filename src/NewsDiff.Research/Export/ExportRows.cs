using System.Globalization;
using NewsDiff.Provenance;

namespace NewsDiff.Research.Export;

/// <summary>The rows of one article.</summary>
internal sealed class ExportRows
{
    private readonly List<ExportRow> _rows = [];
    private DateTimeOffset _seenAt;

    private ExportRows(string source) => Source = source;

    /// <summary>The rows, in the order in which they are written to their tables.</summary>
    internal IReadOnlyList<ExportRow> All => _rows;

    /// <summary>The source of the article; empty when unknown.</summary>
    internal string Source { get; }

    internal static ExportRows Compute(ArticleHistory article, CorpusExportOptions options)
    {
        var rows = new ExportRows(options.SourceOf?.Invoke(article) ?? article.Latest.Host);
        List<ReadVersion> versions =
        [
            .. article.Versions.Where(static version => version.HasText)
                .Select(static version => new ReadVersion(version)),
        ];
        if (options.Format == ExportFormat.Iterater)
        {
            IteraterRows.Add(rows, versions, options.IncludesText);
            return rows;
        }

        rows.AddArticle(article, versions);
        if (versions.Count > 0)
        {
            rows.AddVersions(article, versions, options);
        }

        return rows;
    }

    private void AddVersions(ArticleHistory article, List<ReadVersion> versions, CorpusExportOptions options)
    {
        WordTracer tracer = article.Trace();
        foreach (ReadVersion version in versions)
        {
            AddVersion(version, tracer.Find(version.Number)!);
        }

        var pairs = new PairRows(this, options);
        for (int i = 1; i < versions.Count; i++)
        {
            pairs.Add(versions[i - 1], versions[i], article.Changes[i - 1], isConsecutive: true);
        }

        if (versions.Count > 2)
        {
            var change = new ArticleChange(versions[0].Version, versions[^1].Version);
            pairs.Add(versions[0], versions[^1], change, isConsecutive: false);
        }

        AddWords(article.ArticleId, versions, tracer);
    }

    /// <summary>States the version to which the rows belong that are added next; of two, the new one.</summary>
    internal void BeginVersion(DateTimeOffset seenAt) => _seenAt = seenAt;

    /// <summary>Adds a row; numbers are widened to 64 bits.</summary>
    internal void Add(ExportTable table, params ReadOnlySpan<object?> cells)
    {
        object?[] row = cells.ToArray();
        for (int i = 0; i < row.Length; i++)
        {
            row[i] = row[i] is int number ? (long)number : row[i];
        }

        _rows.Add(new ExportRow(table, row, _seenAt));
    }

    internal static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private void AddArticle(ArticleHistory article, List<ReadVersion> versions)
    {
        ArticleVersion last = article.Latest;
        BeginVersion(article.First.SeenAt);
        Add(
            ExportSchema.Articles,
            article.ArticleId,
            last.Article.Url.OriginalString,
            last.Host,
            last.Article.Language,
            versions.Count,
            Time(article.First.SeenAt),
            Time(last.SeenAt));
    }

    private void AddVersion(ReadVersion version, TracedVersion traced)
    {
        BeginVersion(version.Version.SeenAt);
        Add(
            ExportSchema.Versions,
            version.ArticleId,
            version.Number,
            Time(version.Version.SeenAt),
            version.Version.ContentHash,
            TextKey.Of(version.Article.Title),
            version.Article.Paragraphs.Length,
            version.Sentences.Length,
            traced.Paragraphs.Sum(static paragraph => paragraph.Words.Count(word => IsWord(paragraph, word))),
            version.Article.Paragraphs.Sum(static paragraph => paragraph.Text.Length),
            traced.RevertsTo,
            version.Article.Url.OriginalString,
            version.Article.Language,
            version.Article.PublishedAt?.ToString(),
            version.Article.ModifiedAt?.ToString(),
            version.Article.Title);
        for (int i = 0; i < version.Sentences.Length; i++)
        {
            Sentence sentence = version.Sentences[i];
            Add(
                ExportSchema.Sentences,
                version.ArticleId,
                version.Number,
                i,
                sentence.Paragraph,
                version.Article.Paragraphs[sentence.Paragraph].Kind.ToString(),
                sentence.Start,
                sentence.Length,
                TextKey.Of(version.Texts[i]),
                version.Texts[i]);
        }
    }

    private static bool IsWord(TracedParagraph paragraph, TracedWord word) =>
        char.IsLetterOrDigit(paragraph.Text[word.Start]) || char.IsSurrogate(paragraph.Text[word.Start]);

    // Versions are read from the last to the first, so that the first place found for a word is its last one.
    private void AddWords(string articleId, List<ReadVersion> versions, WordTracer tracer)
    {
        HashSet<int> seen = [];
        foreach (ReadVersion version in Enumerable.Reverse(versions))
        {
            BeginVersion(version.Version.SeenAt);
            TracedVersion traced = tracer.Find(version.Number)!;
            for (int i = -1; i < traced.Paragraphs.Length; i++)
            {
                TracedParagraph paragraph = i < 0 ? traced.Title : traced.Paragraphs[i];
                foreach (TracedWord word in paragraph.Words.Where(word => seen.Add(word.Id)))
                {
                    Add(
                        ExportSchema.Words,
                        articleId,
                        word.Id,
                        version.Number,
                        i,
                        word.Start,
                        word.Length,
                        word.IntroducedIn,
                        word.RemovedIn,
                        string.Join(' ', word.Spans.Select(static span => string.Create(
                            CultureInfo.InvariantCulture, $"{span.Since}-{span.Until}"))),
                        paragraph.Text.Substring(word.Start, word.Length));
                }
            }
        }
    }
}
