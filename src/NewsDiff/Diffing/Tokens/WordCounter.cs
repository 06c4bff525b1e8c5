using System.Runtime.InteropServices;

namespace NewsDiff.Diffing.Tokens;

/// <summary>Counts words: runs of letters and digits, and characters of scripts without spaces.</summary>
internal static class WordCounter
{
    internal static DiffStatistics Count(TextDiff diff)
    {
        int kept = 0;
        int inserted = 0;
        int deleted = 0;
        foreach (DiffEdit edit in diff.Edits)
        {
            switch (edit.Kind)
            {
                case EditKind.Equal:
                    kept += Count(diff.NewText.AsSpan()[edit.NewRange]);
                    break;
                case EditKind.Insert:
                    inserted += Count(diff.NewText.AsSpan()[edit.NewRange]);
                    break;
                default:
                    deleted += Count(diff.OldText.AsSpan()[edit.OldRange]);
                    break;
            }
        }

        return new DiffStatistics(kept, inserted, deleted);
    }

    /// <summary>Counts the changed words that are characters of scripts without spaces.</summary>
    internal static int CountChangedCharacters(TextDiff diff)
    {
        var tokens = new TokenList();
        int characters = 0;
        foreach (DiffEdit edit in diff.Edits)
        {
            if (edit.Kind != EditKind.Equal)
            {
                Tokenizer.Tokenize(
                    edit.Kind == EditKind.Insert
                        ? diff.NewText.AsSpan()[edit.NewRange]
                        : diff.OldText.AsSpan()[edit.OldRange], tokens);
                characters += Count(tokens, TokenKind.Character);
            }
        }

        return characters;
    }

    /// <summary>Counts the words of a text.</summary>
    /// <remarks>It makes no list of tokens: most paragraphs of a comparison are only counted.</remarks>
    internal static int Count(ReadOnlySpan<char> text)
    {
        int count = 0;
        Span<char> tail = stackalloc char[TextBlock.Size];
        for (int position = 0; position < text.Length;)
        {
            // The last block of a text has spaces behind it.
            scoped ReadOnlySpan<char> block = text[position..];
            if (block.Length < TextBlock.Size)
            {
                tail.Fill(' ');
                block.CopyTo(tail);
                block = tail;
            }

            var bits = TextBlock.Read(ref MemoryMarshal.GetReference(block));
            count += bits.CountWords(out int length, out int closeEnd);
            int end = position + Math.Max(closeEnd, 1);
            position += length;
            while (position < end && position < text.Length)
            {
                position = Tokenizer.Read(text, position, skipInvisible: false, out TokenKind kind, out int start);
                count += start < position && (kind is TokenKind.Word or TokenKind.Character) ? 1 : 0;
            }
        }

        return count;
    }

    private static int Count(TokenList tokens, TokenKind kind)
    {
        int count = 0;
        foreach (ref readonly Token token in tokens.Span)
        {
            count += token.Kind == kind ? 1 : 0;
        }

        return count;
    }
}
