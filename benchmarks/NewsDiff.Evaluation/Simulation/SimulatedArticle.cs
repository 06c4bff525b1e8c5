using NewsDiff.Evaluation.Schedule;

namespace NewsDiff.Evaluation.Simulation;

/// <summary>An article of the simulated year: where it is, what it says when, and what was seen of it.</summary>
/// <param name="url">Its address.</param>
/// <param name="publishedAt">When it was published.</param>
/// <param name="edits">Its edits, by the time since then.</param>
internal sealed class SimulatedArticle(Uri url, DateTimeOffset publishedAt, List<ScheduledEdit> edits)
{
    private const int Paragraphs = 6;
    private const int WordsOfParagraph = 24;

    public Uri Url => url;

    public DateTimeOffset PublishedAt => publishedAt;

    public List<ScheduledEdit> Edits => edits;

    /// <summary>The edits that a fetch has seen, itself or with later ones.</summary>
    public int Seen { get; set; }

    /// <summary>The title of a state.</summary>
    public string Title => "Story " + url.AbsolutePath[1..];

    /// <summary>The number of the text at a time; 0 is the first.</summary>
    public int StateAt(DateTimeOffset time)
    {
        int last = edits.FindLastIndex(edit => publishedAt + edit.At <= time);
        return last < 0 ? 0 : edits[last].State;
    }

    /// <summary>What a page says in a state: each state rewrites one paragraph of the first text.</summary>
    public Article Read(int state)
    {
        string[] texts = new string[Paragraphs];
        for (int i = 0; i < Paragraphs; i++)
        {
            texts[i] = Text(i, i == state % Paragraphs ? state : 0);
        }

        return new Article { Url = url, Title = Title, Paragraphs = [.. texts.Select(Paragraph.FromString)] };
    }

    /// <summary>The state of a text; null if the article never said it.</summary>
    public int? StateOf(Article article)
    {
        int[] states = [0, .. edits.Select(edit => edit.State)];
        return states.Distinct().Select(state => (int?)state)
            .FirstOrDefault(state => Read(state!.Value).HasSameContentAs(article));
    }

    private string Text(int paragraph, int state)
    {
        string name = url.AbsolutePath[1..].Replace("-", "", StringComparison.Ordinal);
        string mark = state == 0 ? "" : $"r{state}";
        return string.Join(
            ' ', Enumerable.Range(0, WordsOfParagraph).Select(word => $"{name}p{paragraph}w{word}{mark}"));
    }
}
