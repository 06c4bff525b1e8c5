namespace NewsDiff.Tracking.Articles;

/// <summary>Finds text that was read in the wrong encoding.</summary>
internal static class Mojibake
{
    /// <summary>The minimum number of marks of a wrong encoding: a story may quote one.</summary>
    private const int LeastMarks = 3;

    /// <summary>The characters that Windows-1252 has in the place of the bytes 80 to 9F.</summary>
    private const string HighControls = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

    /// <summary>Whether a text has clearly more marks of a wrong encoding than the one before.</summary>
    public static bool HasCome(Article before, Article after) =>
        CountIn(after) is var marks and >= LeastMarks && marks >= LeastMarks * (CountIn(before) + 1);

    private static int CountIn(Article article) =>
        CountIn(article.Title) + article.Paragraphs.Sum(paragraph => CountIn(paragraph.Text));

    /// <summary>Counts replacement characters, and UTF-8 sequences that were read as single bytes.</summary>
    private static int CountIn(string text)
    {
        int marks = 0;
        for (int index = 0; index < text.Length; index++)
        {
            if (text[index] == '\uFFFD')
            {
                marks++;
            }
            else if (FollowersOf(text[index]) is > 0 and int followers && IsSequence(text, index + 1, followers))
            {
                marks++;
                index += followers;
            }
        }

        return marks;
    }

    /// <summary>The number of bytes that follow a character of Latin-1, read as a leading byte of UTF-8.</summary>
    private static int FollowersOf(char lead) => lead switch
    {
        >= '\u00C2' and <= '\u00DF' => 1,
        >= '\u00E0' and <= '\u00EF' => 2,
        >= '\u00F0' and <= '\u00F4' => 3,
        _ => 0,
    };

    private static bool IsSequence(string text, int start, int length)
    {
        if (start + length > text.Length)
        {
            return false;
        }

        foreach (char follower in text.AsSpan(start, length))
        {
            if (follower is not (>= '\u0080' and <= '\u00BF')
                && !HighControls.Contains(follower, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
