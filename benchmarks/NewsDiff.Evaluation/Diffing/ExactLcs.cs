using NewsDiff.Diffing.Tokens;

namespace NewsDiff.Evaluation.Diffing;

/// <summary>
/// The fewest words that any comparison must mark: those outside a longest common subsequence.
/// </summary>
/// <remarks>
/// By divide and conquer over score rows (Hirschberg 1975): time of old × new tokens, memory of their sum.
/// </remarks>
internal sealed class ExactLcs
{
    private readonly int[] _old;
    private readonly int[] _new;
    private readonly bool[] _oldKept;
    private readonly bool[] _newKept;

    private ExactLcs(int[] old, int[] @new)
    {
        (_old, _new) = (old, @new);
        (_oldKept, _newKept) = (new bool[old.Length], new bool[@new.Length]);
    }

    /// <summary>Counts the words that are not in the subsequence, on both sides.</summary>
    internal static int CountMarkedWords(string old, string @new)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        (int[] oldIds, bool[] oldWords) = Read(old, ids);
        (int[] newIds, bool[] newWords) = Read(@new, ids);
        var lcs = new ExactLcs(oldIds, newIds);
        lcs.Solve(lcs.Shared(oldIds, newIds), lcs.Shared(newIds, oldIds));
        return CountWords(lcs._oldKept, oldWords) + CountWords(lcs._newKept, newWords);
    }

    private static (int[] Ids, bool[] IsWord) Read(string text, Dictionary<string, int> ids)
    {
        var tokens = new TokenList();
        var folding = new TokenFolding(DiffOptions.Default);
        Tokenizer.Tokenize(text, tokens);
        var result = new int[tokens.Count];
        var isWord = new bool[tokens.Count];
        for (int i = 0; i < result.Length; i++)
        {
            Token token = tokens[i];
            string key = token.Kind == TokenKind.Break
                ? "\n\n"
                : folding.Fold(text.AsSpan(token.Start, token.Length)).ToString();
            ids.TryAdd(key, ids.Count);
            result[i] = ids[key];
            isWord[i] = token.IsWord;
        }

        return (result, isWord);
    }

    private static int CountWords(bool[] kept, bool[] isWord) =>
        kept.Zip(isWord).Count(pair => !pair.First && pair.Second);

    // What the other side does not have can be in no common subsequence.
    private int[] Shared(int[] ids, int[] others)
    {
        HashSet<int> known = [.. others];
        return [.. Enumerable.Range(0, ids.Length).Where(i => known.Contains(ids[i]))];
    }

    // Places, not ids: of the tokens that both sides have.
    private void Solve(ReadOnlySpan<int> old, ReadOnlySpan<int> @new)
    {
        while (old.Length > 0 && @new.Length > 0 && _old[old[0]] == _new[@new[0]])
        {
            Keep(old[0], @new[0]);
            old = old[1..];
            @new = @new[1..];
        }

        while (old.Length > 0 && @new.Length > 0 && _old[old[^1]] == _new[@new[^1]])
        {
            Keep(old[^1], @new[^1]);
            old = old[..^1];
            @new = @new[..^1];
        }

        if (old.Length == 0 || @new.Length == 0)
        {
            return;
        }

        if (old.Length == 1)
        {
            foreach (int place in @new)
            {
                if (_new[place] == _old[old[0]])
                {
                    Keep(old[0], place);
                    return;
                }
            }

            return;
        }

        int middle = old.Length / 2;
        int[] head = Row(old[..middle], @new, isBackward: false);
        int[] tail = Row(old[middle..], @new, isBackward: true);
        int cut = 0;
        for (int j = 1; j <= @new.Length; j++)
        {
            cut = head[j] + tail[@new.Length - j] > head[cut] + tail[@new.Length - cut] ? j : cut;
        }

        Solve(old[..middle], @new[..cut]);
        Solve(old[middle..], @new[cut..]);
    }

    private void Keep(int old, int @new) => (_oldKept[old], _newKept[@new]) = (true, true);

    // The longest common length of all of the old part and every beginning (or end) of the new one.
    private int[] Row(ReadOnlySpan<int> old, ReadOnlySpan<int> @new, bool isBackward)
    {
        var row = new int[@new.Length + 1];
        for (int i = 0; i < old.Length; i++)
        {
            int id = _old[isBackward ? old[^(i + 1)] : old[i]];
            int diagonal = 0;
            for (int j = 1; j <= @new.Length; j++)
            {
                int above = row[j];
                bool same = _new[isBackward ? @new[^j] : @new[j - 1]] == id;
                row[j] = same ? diagonal + 1 : Math.Max(above, row[j - 1]);
                diagonal = above;
            }
        }

        return row;
    }
}
