namespace NewsDiff.Cards.Lettering;

/// <summary>Finds the brackets that belong together (UAX #9, BD16).</summary>
internal static class BracketPairs
{
    /// <summary>The depth at which the standard gives up.</summary>
    private const int Deepest = 63;

    private const string Opening = "([{\u0F3A\u0F3C\u169B⁅⁽₍⌈⌊〈❨❪❬❮❰❲❴⟅⟦⟨⟪⟬⟮⦃⦅⦇〈《「『【〔〖〘〚﹙﹛﹝（［｛｟｢";
    private const string Closing = ")]}\u0F3B\u0F3D\u169C⁆⁾₎⌉⌋〉❩❫❭❯❱❳❵⟆⟧⟩⟫⟭⟯⦄⦆⦈〉》」』】〕〗〙〛﹚﹜﹞）］｝｠｣";

    /// <summary>The pairs in the order of their first brackets.</summary>
    /// <param name="text">The text.</param>
    /// <param name="places">The place of each character in the text.</param>
    /// <param name="classes">The classes of the characters: only neutral ones are brackets.</param>
    public static List<(int Open, int Close)> Find(string text, int[] places, BidiClass[] classes)
    {
        List<(int Open, int Close)> pairs = [];
        List<(int At, int Kind)> open = [];
        for (int i = 0; i < places.Length; i++)
        {
            if (classes[i] != BidiClass.Other)
            {
                continue;
            }

            char bracket = Canonical(text[places[i]]);
            if (Opening.IndexOf(bracket, StringComparison.Ordinal) is var kind and >= 0)
            {
                if (open.Count == Deepest)
                {
                    break;
                }

                open.Add((i, kind));
            }
            else if (Closing.IndexOf(bracket, StringComparison.Ordinal) is var end and >= 0
                && open.FindLastIndex(one => one.Kind == end) is var found and >= 0)
            {
                pairs.Add((open[found].At, i));
                open.RemoveRange(found, open.Count - found);
            }
        }

        pairs.Sort();
        return pairs;
    }

    /// <summary>Two angle brackets are written in two ways.</summary>
    private static char Canonical(char bracket) => bracket switch
    {
        '\u2329' => '\u3008',
        '\u232A' => '\u3009',
        _ => bracket,
    };
}
