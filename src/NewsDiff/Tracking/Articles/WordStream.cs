using System.Collections.Immutable;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace NewsDiff.Tracking.Articles;

/// <summary>The body of an article as a sequence of words, with a mark at the end of each paragraph.</summary>
internal sealed class WordStream
{
    /// <summary>The end of a paragraph; being white space, it is in no word.</summary>
    public const string End = "\u2029";

    /// <summary>The maximum number of words in a place; more are not a counter.</summary>
    public const int MostInPlace = 12;

    /// <summary>The maximum number of words in paragraphs that vary as a whole.</summary>
    public const int MostInBlock = 120;

    /// <summary>The number of words on each side by which a place is found again.</summary>
    private const int Context = 3;

    /// <summary>The number of words around whole paragraphs: many begin and end alike.</summary>
    private const int BlockContext = 8;

    private const int LongestContextWord = 32;

    private readonly Article _article;

    /// <summary>Where each paragraph starts, and at last the number of words.</summary>
    private readonly List<int> _starts = [];

    public WordStream(Article article)
    {
        _article = article;
        foreach (Paragraph paragraph in article.Paragraphs)
        {
            _starts.Add(Words.Count);
            Words.AddRange(paragraph.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            Words.Add(End);
        }

        _starts.Add(Words.Count);
    }

    /// <summary>The words.</summary>
    public List<string> Words { get; } = [];

    /// <summary>The paragraphs.</summary>
    public IReadOnlyList<string> Paragraphs => [.. _article.Paragraphs.Select(paragraph => paragraph.Text)];

    /// <summary>The words of some paragraphs, without the last end.</summary>
    public (int Start, int End) WordsOf(Range paragraphs) =>
        (_starts[paragraphs.Start], Math.Max(_starts[paragraphs.Start], _starts[paragraphs.End] - 1));

    /// <summary>The place between two words, by the words around it.</summary>
    public VolatilePlace PlaceAt(int start, int end, bool isBlock) =>
        new(Before(start, isBlock), After(end, isBlock)) { IsBlock = isBlock };

    /// <summary>Finds where a place is now; null when it is not there.</summary>
    public (int Start, int End)? Find(VolatilePlace place)
    {
        for (int start = 0; start <= Words.Count; start++)
        {
            if (place.IsBlock && start > 0 && Words[start - 1] != End)
            {
                continue;
            }

            if (Before(start, place.IsBlock) != place.Before)
            {
                continue;
            }

            int most = place.IsBlock ? MostInBlock : MostInPlace;
            for (int end = start; end <= Math.Min(Words.Count, start + most); end++)
            {
                if (After(end, place.IsBlock) == place.After)
                {
                    return (start, end);
                }

                if (!place.IsBlock && end < Words.Count && Words[end] == End)
                {
                    break;
                }
            }
        }

        return null;
    }

    /// <summary>A hash of the words in a place.</summary>
    public uint HashOf((int Start, int End) at) => (uint)XxHash3.HashToUInt64(
        MemoryMarshal.AsBytes(string.Join(' ', Words[at.Start..at.End]).AsSpan()));

    /// <summary>The article without the words in some places.</summary>
    public Article Without(IEnumerable<VolatilePlace> places)
    {
        bool[] isLeftOut = new bool[Words.Count];
        foreach (VolatilePlace place in places)
        {
            if (Find(place) is { } at)
            {
                // Of whole paragraphs, the last end goes too.
                isLeftOut.AsSpan(at.Start..(at.End + (place.IsBlock ? 1 : 0))).Fill(true);
            }
        }

        ImmutableArray<Paragraph>.Builder paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        var text = new StringBuilder();
        int paragraph = 0;
        for (int index = 0; index < Words.Count; index++)
        {
            if (Words[index] == End)
            {
                if (!isLeftOut[index])
                {
                    paragraphs.Add(_article.Paragraphs[paragraph] with { Text = text.ToString() });
                    text.Clear();
                }

                paragraph++;
            }
            else if (!isLeftOut[index])
            {
                text.Append(text.Length > 0 ? " " : "").Append(Words[index]);
            }
        }

        return _article with { Paragraphs = paragraphs.DrainToImmutable() };
    }

    private string Before(int start, bool isBlock) =>
        ContextOf(Math.Max(0, start - (isBlock ? BlockContext : Context)), start);

    private string After(int end, bool isBlock) =>
        ContextOf(end, Math.Min(Words.Count, end + (isBlock ? BlockContext : Context)));

    /// <summary>Some words as they are remembered: numbers may vary, and long words are cut.</summary>
    private string ContextOf(int start, int end)
    {
        var context = new StringBuilder();
        for (int index = start; index < end; index++)
        {
            string word = Words[index];
            context.Append(context.Length > 0 ? " " : "").Append(
                word.Any(char.IsDigit) ? "#" : word.AsSpan(0, Math.Min(word.Length, LongestContextWord)));
        }

        return context.ToString();
    }
}
