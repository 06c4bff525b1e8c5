using System.Text.RegularExpressions;

namespace NewsDiff.Evaluation.Alignment;

/// <summary>Moves, splits and merges paragraphs of a real article, so that the right alignment is known.</summary>
/// <remarks>
/// It changes only paragraphs that occur once and are in the same place in both versions. At least one other paragraph
/// separates planted changes, and a move passes more paragraphs than it moves: otherwise it would not be clear which
/// moved.
/// </remarks>
internal sealed partial class Planter(Random random, double editedWords)
{
    private const int LeastLength = 25;
    private const int EachKind = 2;

    /// <summary>Plants into the new version of a pair.</summary>
    /// <returns>
    /// The pair with its new version changed, and the links planted; null when the article is too short for any.
    /// </returns>
    internal (RevisionPair Pair, List<AlignmentLink> Planted)? Plant(RevisionPair pair)
    {
        List<Piece> pieces = [.. pair.New.Paragraphs.Select((paragraph, place) => new Piece(paragraph.Text, place))];
        Dictionary<int, int> oldOfNew = FindAnchors(pair);
        var taken = new HashSet<int>();
        var kinds = new Dictionary<int, string>();
        for (int round = 0; round < EachKind; round++)
        {
            Try(() => Split(pieces, oldOfNew, taken, kinds));
            Try(() => Merge(pieces, oldOfNew, taken, kinds));
            Try(() => Move(pieces, oldOfNew, taken, kinds));
        }

        if (kinds.Count == 0)
        {
            return null;
        }

        Article planted = pair.New with { Paragraphs = [.. pieces.Select(piece => new Paragraph(piece.Text))] };
        return (pair with { New = planted }, [.. LinksOf(pieces, oldOfNew, kinds)]);
    }

    private static void Try(Func<bool> plant)
    {
        for (int attempt = 0; attempt < 12 && !plant(); attempt++)
        {
        }
    }

    // Paragraphs that stand once in either version, unchanged, and in the same order: the longest increasing
    // subsequence.
    private static Dictionary<int, int> FindAnchors(RevisionPair pair)
    {
        Dictionary<string, int> old = Once(pair.Old);
        (int New, int Old)[] same = [.. Once(pair.New)
            .Where(entry => entry.Key.Length >= LeastLength && old.ContainsKey(entry.Key))
            .Select(entry => (New: entry.Value, Old: old[entry.Key])).OrderBy(entry => entry.New)];
        var longest = new int[same.Length];
        var before = new int[same.Length];
        int last = -1;
        for (int i = 0; i < same.Length; i++)
        {
            before[i] = -1;
            for (int j = 0; j < i; j++)
            {
                if (same[j].Old < same[i].Old && longest[j] >= longest[i])
                {
                    (longest[i], before[i]) = (longest[j] + 1, j);
                }
            }

            last = last < 0 || longest[i] > longest[last] ? i : last;
        }

        var anchors = new Dictionary<int, int>();
        for (; last >= 0; last = before[last])
        {
            anchors[same[last].New] = same[last].Old;
        }

        return anchors;
    }

    private static Dictionary<string, int> Once(Article article) => article.Paragraphs
        .Select((paragraph, place) => (Text: paragraph.Text.Trim(), Place: place))
        .GroupBy(entry => entry.Text).Where(group => group.Count() == 1)
        .ToDictionary(group => group.Key, group => group.Single().Place);

    private bool Split(
        List<Piece> pieces,
        Dictionary<int, int> anchors,
        HashSet<int> taken,
        Dictionary<int, string> kinds)
    {
        int at = random.Next(pieces.Count);
        Piece piece = pieces[at];
        List<int> ends = [.. SentenceEnd().Matches(piece.Text).Select(match => match.Index + match.Length)
            .Where(end => end >= LeastLength && piece.Text.Length - end >= LeastLength)];
        if (ends.Count == 0 || !Take([at], pieces, anchors, taken))
        {
            return false;
        }

        int cut = ends[random.Next(ends.Count)];
        kinds[piece.First] = "split";
        pieces[at] = piece with { Text = Edit(piece.Text[..cut].Trim()) };
        pieces.Insert(at + 1, piece with { Text = Edit(piece.Text[cut..].Trim()) });
        return true;
    }

    private bool Merge(
        List<Piece> pieces,
        Dictionary<int, int> anchors,
        HashSet<int> taken,
        Dictionary<int, string> kinds)
    {
        int at = random.Next(pieces.Count);
        if (at + 1 >= pieces.Count
            || !AreNeighbours(pieces[at], pieces[at + 1], anchors)
            || !Take([at, at + 1], pieces, anchors, taken))
        {
            return false;
        }

        kinds[pieces[at].First] = "merged";
        pieces[at] = pieces[at] with
        {
            Text = Edit($"{pieces[at].Text} {pieces[at + 1].Text}"),
            Second = pieces[at + 1].First,
        };
        pieces.RemoveAt(at + 1);
        return true;
    }

    private bool Move(
        List<Piece> pieces,
        Dictionary<int, int> anchors,
        HashSet<int> taken,
        Dictionary<int, string> kinds)
    {
        int at = random.Next(pieces.Count);
        int to = random.Next(pieces.Count);
        int distance = Math.Abs(at - to);
        if (distance < 3
            || !Stays(pieces, Math.Min(at, to), Math.Max(at, to), at, anchors, taken)
            || !Take([at], pieces, anchors, taken))
        {
            return false;
        }

        Piece piece = pieces[at];
        string text = Edit(piece.Text);
        kinds[piece.First] = text == piece.Text ? "moved" : "moved_modified";
        pieces.RemoveAt(at);
        pieces.Insert(to, piece with { Text = text });
        return true;
    }

    // Whether at least three paragraphs that are passed are known to stay where they are.
    private static bool Stays(
        List<Piece> pieces,
        int from,
        int to,
        int except,
        Dictionary<int, int> anchors,
        HashSet<int> taken) =>
        Enumerable.Range(from, to - from + 1)
            .Count(i => i != except && anchors.ContainsKey(pieces[i].First) && !taken.Contains(pieces[i].First)) >= 3;

    private static bool AreNeighbours(Piece left, Piece right, Dictionary<int, int> anchors) =>
        anchors.TryGetValue(left.First, out int old)
            && anchors.TryGetValue(right.First, out int next)
            && next == old + 1;

    private static bool Take(int[] places, List<Piece> pieces, Dictionary<int, int> anchors, HashSet<int> taken)
    {
        int[] around = [.. Enumerable.Range(places[0] - 1, places.Length + 2).Where(i => i >= 0 && i < pieces.Count)];
        if (!places.All(i => anchors.ContainsKey(pieces[i].First)) || around.Any(i => taken.Contains(pieces[i].First)))
        {
            return false;
        }

        taken.UnionWith(places.Select(i => pieces[i].First));
        return true;
    }

    // Turns some words round: what comes out is a word that the article does not know.
    private string Edit(string text) => editedWords == 0 ? text : Word().Replace(
        text, match => random.NextDouble() < editedWords ? string.Concat(match.Value.Reverse()) : match.Value);

    private static IEnumerable<AlignmentLink> LinksOf(
        List<Piece> pieces,
        Dictionary<int, int> anchors,
        Dictionary<int, string> kinds) =>
        pieces.Select((piece, place) => (Piece: piece, Place: place))
            .Where(entry => kinds.ContainsKey(entry.Piece.First))
            .GroupBy(entry => entry.Piece.First)
            .Select(group => new AlignmentLink
            {
                Old = group.First().Piece.Second is { } second
                    ? [anchors[group.Key], anchors[second]]
                    : [anchors[group.Key]],
                New = [.. group.Select(entry => entry.Place)],
                Kind = kinds[group.Key],
            });

    [GeneratedRegex(@"[.!?][""'”’)]*\s+|[。！？]")]
    private static partial Regex SentenceEnd();

    // Two characters of Han and kana make about a word.
    [GeneratedRegex(@"[\u3040-\u30FF\u4E00-\u9FFF]{2}|\b[\p{L}\p{M}-[\u3040-\u30FF\u4E00-\u9FFF]]{3,}\b")]
    private static partial Regex Word();

    /// <summary>A paragraph of the new version, and the places of those it was made of.</summary>
    private sealed record Piece(string Text, int First, int? Second = null);
}
