using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;

namespace NewsDiff.Pages.Publishing;

/// <summary>The words of all texts of a site as files of scripts, which its page of search loads.</summary>
/// <remarks>
/// A page that is opened from a disk can load scripts, but nothing else. Words are in files by their first characters.
/// Articles are numbered by the time they were first seen, so that a new one changes few files.
/// </remarks>
internal sealed class SearchFiles
{
    /// <summary>The number of articles in a file.</summary>
    internal const int ArticlesPerFile = 500;

    private readonly List<Entry> _articles = [];
    private readonly Dictionary<string, List<(int Article, bool IsRemoved)>> _words = new(StringComparer.Ordinal);

    /// <summary>The script of the page of search.</summary>
    internal static string Script { get; } = ReadScript();

    /// <summary>Adds the texts of an article: words of its latest text, and those that it once had.</summary>
    internal void Add(ArticlePage page)
    {
        ArticleVersion latest = page.History.Versions.LastOrDefault(version => version.HasText)
            ?? page.History.Latest;
        HashSet<string> now = WordsOf([latest]);
        HashSet<string> removed = WordsOf(page.History.Versions.Where(version => version.HasText));
        removed.ExceptWith(now);
        int article = _articles.Count;
        _articles.Add(new Entry(
            FolderPageLinks.GetFile(page.Address), latest.Article.Title, latest.Host, latest.SeenAt,
            page.History.Versions[0].SeenAt));
        AddWords(now, article, isRemoved: false);
        AddWords(removed, article, isRemoved: true);
    }

    /// <summary>The files and their texts.</summary>
    internal IEnumerable<(string Name, string Text)> Write()
    {
        int[] order = [.. Enumerable.Range(0, _articles.Count)
            .OrderBy(article => _articles[article].FirstSeenAt)
            .ThenBy(article => _articles[article].Link, StringComparer.Ordinal)];
        int[] numbers = new int[order.Length];
        for (int number = 0; number < order.Length; number++)
        {
            numbers[order[number]] = number;
        }

        foreach ((int file, int[] articles) in order.Chunk(ArticlesPerFile).Index())
        {
            yield return ($"search/a-{file.ToString(CultureInfo.InvariantCulture)}.js", WriteArticles(file, articles));
        }

        foreach (IGrouping<int, string> words in _words.Keys.GroupBy(FileOf))
        {
            string file = words.Key.ToString("x", CultureInfo.InvariantCulture);
            yield return ($"search/w-{file}.js", WriteWords(words, numbers));
        }
    }

    private static HashSet<string> WordsOf(IEnumerable<ArticleVersion> versions)
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        foreach (ArticleVersion version in versions)
        {
            IndexWords.AddTo(words, version.Article.Title);
            foreach (Paragraph paragraph in version.Article.Paragraphs)
            {
                IndexWords.AddTo(words, paragraph.Text);
            }
        }

        return words;
    }

    /// <summary>The number of a word's file.</summary>
    /// <remarks>Few words begin with the same character of a script with thousands of them.</remarks>
    private static int FileOf(string word) =>
        Rune.GetRuneAt(word, 0).Value is var first && first < 0x3000 ? first : first >> 6;

    /// <summary>A string of JavaScript; a file of scripts is no HTML, so that most characters stay.</summary>
    private static string Quote(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";

    private static string ReadScript()
    {
        using Stream script = Assembly.GetExecutingAssembly().GetManifestResourceStream("search.js")!;
        using var reader = new StreamReader(script);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private void AddWords(HashSet<string> words, int article, bool isRemoved)
    {
        foreach (string word in words)
        {
            if (!_words.TryGetValue(word, out List<(int, bool)>? places))
            {
                _words.Add(word, places = []);
            }

            places.Add((article, isRemoved));
        }
    }

    private static string DayOf(Entry entry) =>
        entry.SeenAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string WriteArticles(int file, int[] articles)
    {
        IEnumerable<string> rows = articles.Select(article => _articles[article]).Select(static entry =>
            $"[{Quote(entry.Link)},{Quote(entry.Title)},{Quote(entry.Host)},{Quote(DayOf(entry))}]");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"newsdiff.articles({file * ArticlesPerFile}, [\n{string.Join(",\n", rows)}]);\n");
    }

    /// <summary>Writes each word with its places.</summary>
    /// <remarks>A place is twice the distance to the article before, plus 1 if the word was removed.</remarks>
    private string WriteWords(IEnumerable<string> words, int[] numbers)
    {
        IEnumerable<string> lines = words.Order(StringComparer.Ordinal)
            .Select(word => $"[{Quote(word)},[{string.Join(',', PlacesOf(word, numbers))}]]");
        return $"newsdiff.words([\n{string.Join(",\n", lines)}]);\n";
    }

    private IEnumerable<string> PlacesOf(string word, int[] numbers)
    {
        int before = 0;
        foreach ((int number, bool isRemoved) in _words[word]
            .Select(place => (Number: numbers[place.Article], place.IsRemoved)).OrderBy(static place => place.Number))
        {
            yield return (((number - before) * 2) + (isRemoved ? 1 : 0)).ToString(CultureInfo.InvariantCulture);
            before = number;
        }
    }

    private sealed record Entry(
        string Link, string Title, string Host, DateTimeOffset SeenAt, DateTimeOffset FirstSeenAt);
}
