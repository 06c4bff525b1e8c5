namespace NewsDiff.Evaluation.Alignment;

/// <summary>The marked words of an old and a new paragraph.</summary>
/// <param name="Old">The old place.</param>
/// <param name="New">The new place.</param>
/// <param name="Hunks">The replacements, in reading order.</param>
internal sealed record AlignedWords(int Old, int New, AlignedWords.Hunk[] Hunks)
{
    /// <summary>The places of all marked characters that are not white space, on both sides.</summary>
    internal HashSet<(bool IsNew, int Place)> Marks()
    {
        var marks = new HashSet<(bool, int)>();
        foreach (Hunk hunk in Hunks)
        {
            Add(marks, isNew: false, hunk.Old, hunk.OldAt);
            Add(marks, isNew: true, hunk.New, hunk.NewAt);
        }

        return marks;
    }

    /// <summary>The words of a row, paragraph by paragraph.</summary>
    internal static IEnumerable<AlignedWords> Of(ParagraphChange change, ArticleDiff diff)
    {
        if (change.Words is not { HasChanges: true } words)
        {
            yield break;
        }

        int oldStart = 0;
        foreach (int old in change.OldIndexes)
        {
            int oldEnd = oldStart + diff.Before.Paragraphs[old].Text.Length;
            int newStart = 0;
            foreach (int @new in change.NewIndexes)
            {
                int newEnd = newStart + diff.After.Paragraphs[@new].Text.Length;
                yield return new AlignedWords(old, @new, [.. Within(words, oldStart..oldEnd, newStart..newEnd)]);
                newStart = newEnd + 2;
            }

            oldStart = oldEnd + 2;
        }
    }

    // Joined paragraphs stand two line breaks apart; what reaches over them is cut.
    private static IEnumerable<Hunk> Within(TextDiff words, Range old, Range @new)
    {
        foreach (DiffEdit edit in words.Edits)
        {
            bool isNew = edit.Kind == EditKind.Insert;
            (Range side, int start, int length, string text) = isNew
                ? (@new, edit.NewStart, edit.NewLength, words.NewText)
                : (old, edit.OldStart, edit.OldLength, words.OldText);
            int from = Math.Max(start, side.Start.Value);
            int to = Math.Min(start + length, side.End.Value);
            if (edit.Kind != EditKind.Equal && from < to)
            {
                string part = text[from..to];
                yield return isNew
                    ? new Hunk("", part, 0, from - side.Start.Value)
                    : new Hunk(part, "", from - side.Start.Value, 0);
            }
        }
    }

    private static void Add(HashSet<(bool, int)> marks, bool isNew, string text, int at)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i]))
            {
                marks.Add((isNew, at + i));
            }
        }
    }

    /// <summary>One replacement; either side may be empty.</summary>
    internal sealed record Hunk(string Old, string New, int OldAt, int NewAt);
}
