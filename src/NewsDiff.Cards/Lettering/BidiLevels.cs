using System.Text;

namespace NewsDiff.Cards.Lettering;

/// <summary>Finds in which direction each part of a text runs, by the standard UAX #9.</summary>
/// <remarks>
/// The codes that embed, override or isolate are not there any more (<see cref="MarkedTextBuilder"/>), so the whole
/// text is one isolating run. The names of the rules are those of the standard.
/// </remarks>
internal static class BidiLevels
{
    /// <summary>The level of each UTF-16 unit: even for left to right, odd for right to left.</summary>
    public static byte[] Compute(string text, bool isRightToLeft)
    {
        List<(int At, int Length, BidiClass Class)> units = [];
        int at = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            units.Add((at, rune.Utf16SequenceLength, BidiClasses.Of(rune)));
            at += rune.Utf16SequenceLength;
        }

        BidiClass[] original = [.. units.Select(static unit => unit.Class)];
        BidiClass[] classes = [.. original];
        BidiClass around = isRightToLeft ? BidiClass.Right : BidiClass.Left;
        ResolveMarks(classes, around);
        ResolveNumbers(classes, around);
        ResolveBrackets(text, [.. units.Select(static unit => unit.At)], original, classes, around);
        ResolveNeutrals(classes, around);
        byte[] levels = new byte[text.Length];
        for (int i = 0; i < units.Count; i++)
        {
            levels.AsSpan(units[i].At, units[i].Length).Fill(LevelOf(classes[i], isRightToLeft));
        }

        return levels;
    }

    /// <summary>Puts the parts of a line in the order in which they are seen (L2).</summary>
    /// <returns>The places of the parts, from left to right.</returns>
    public static int[] Order(ReadOnlySpan<byte> levels)
    {
        int[] order = new int[levels.Length];
        int highest = 0;
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
            highest = Math.Max(highest, levels[i]);
        }

        for (int level = highest; level > 0; level--)
        {
            for (int i = 0; i < order.Length; i++)
            {
                int start = i;
                while (i < order.Length && levels[order[i]] >= level)
                {
                    i++;
                }

                order.AsSpan(start, i - start).Reverse();
            }
        }

        return order;
    }

    /// <summary>W1 to W3, and the letters by which W2 and W7 judge numbers.</summary>
    private static void ResolveMarks(BidiClass[] classes, BidiClass around)
    {
        BidiClass before = around;
        BidiClass strong = around;
        for (int i = 0; i < classes.Length; i++)
        {
            if (classes[i] == BidiClass.NonSpacing)
            {
                classes[i] = before;
            }

            before = classes[i];
            if (classes[i] is BidiClass.Left or BidiClass.Right or BidiClass.Arabic)
            {
                strong = classes[i];
            }
            else if (classes[i] == BidiClass.EuropeanNumber && strong == BidiClass.Arabic)
            {
                classes[i] = BidiClass.ArabicNumber;
            }
        }

        classes.AsSpan().Replace(BidiClass.Arabic, BidiClass.Right);
    }

    /// <summary>W4 to W7.</summary>
    private static void ResolveNumbers(BidiClass[] classes, BidiClass around)
    {
        for (int i = 1; i + 1 < classes.Length; i++)
        {
            bool joins = classes[i - 1] == classes[i + 1] && (classes[i], classes[i - 1]) is
                (BidiClass.EuropeanSeparator or BidiClass.CommonSeparator, BidiClass.EuropeanNumber)
                or (BidiClass.CommonSeparator, BidiClass.ArabicNumber);
            classes[i] = joins ? classes[i - 1] : classes[i];
        }

        for (int i = 0; i < classes.Length; i++)
        {
            int start = i;
            while (i < classes.Length && classes[i] == BidiClass.EuropeanTerminator)
            {
                i++;
            }

            bool isBeside = (start > 0 && classes[start - 1] == BidiClass.EuropeanNumber)
                || (i < classes.Length && classes[i] == BidiClass.EuropeanNumber);
            classes.AsSpan(start, i - start).Fill(isBeside ? BidiClass.EuropeanNumber : BidiClass.Other);
        }

        BidiClass strong = around;
        for (int i = 0; i < classes.Length; i++)
        {
            classes[i] = classes[i] switch
            {
                BidiClass.EuropeanSeparator or BidiClass.CommonSeparator => BidiClass.Other,
                BidiClass.EuropeanNumber when strong == BidiClass.Left => BidiClass.Left,
                var other => other,
            };
            strong = classes[i] is BidiClass.Left or BidiClass.Right ? classes[i] : strong;
        }
    }

    /// <summary>N0: both brackets of a pair run in one direction.</summary>
    private static void ResolveBrackets(
        string text, int[] places, BidiClass[] original, BidiClass[] classes, BidiClass around)
    {
        foreach ((int open, int close) in BracketPairs.Find(text, places, classes))
        {
            bool hasOpposite = false;
            BidiClass? found = null;
            for (int i = open + 1; i < close && found is null; i++)
            {
                BidiClass strong = StrongOf(classes[i]);
                found = strong == around ? around : null;
                hasOpposite |= strong != BidiClass.Other;
            }

            if (found is null && !hasOpposite)
            {
                continue;
            }

            found ??= StrongBefore(classes, open, around);
            foreach (int bracket in (ReadOnlySpan<int>)[open, close])
            {
                classes[bracket] = found.Value;
                for (int i = bracket + 1; i < classes.Length && original[i] == BidiClass.NonSpacing; i++)
                {
                    classes[i] = found.Value;
                }
            }
        }
    }

    private static BidiClass StrongBefore(BidiClass[] classes, int at, BidiClass around)
    {
        for (int i = at - 1; i >= 0; i--)
        {
            if (StrongOf(classes[i]) is var strong and not BidiClass.Other)
            {
                return strong;
            }
        }

        return around;
    }

    /// <summary>N1 and N2.</summary>
    private static void ResolveNeutrals(BidiClass[] classes, BidiClass around)
    {
        BidiClass before = around;
        for (int i = 0; i < classes.Length; i++)
        {
            int start = i;
            while (i < classes.Length && classes[i] is BidiClass.Other or BidiClass.Space)
            {
                i++;
            }

            BidiClass after = i < classes.Length ? StrongOf(classes[i]) : around;
            classes.AsSpan(start, i - start).Fill(before == after ? before : around);
            before = after;
        }
    }

    /// <summary>Left or right; numbers count as right.</summary>
    private static BidiClass StrongOf(BidiClass one) => one switch
    {
        BidiClass.Left => BidiClass.Left,
        BidiClass.Right or BidiClass.EuropeanNumber or BidiClass.ArabicNumber => BidiClass.Right,
        _ => BidiClass.Other,
    };

    /// <summary>I1 and I2.</summary>
    private static byte LevelOf(BidiClass one, bool isRightToLeft) => (one, isRightToLeft) switch
    {
        (BidiClass.Left, false) => 0,
        (BidiClass.Right, _) => 1,
        (_, false) => 2,
        (_, true) => 2,
    };
}
