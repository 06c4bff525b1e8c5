using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Body;

/// <summary>Recognises prose, grants roles, and sums both up the tree.</summary>
internal static class ProseMeasure
{
    /// <summary>The weight at which text outside of links is prose without a full stop.</summary>
    private const int LongWeight = 120;

    /// <summary>The weight at which text with a full stop is prose.</summary>
    private const int SentenceWeight = 40;

    /// <summary>The share of a page's prose below which only the sure denials hold.</summary>
    private const double LeastGranted = 0.25;

    /// <summary>The share below which, even after <see cref="MistakenRoles"/>, only the sure denials hold.</summary>
    private const double LeastLifted = 0.5;

    /// <summary>The share below which, even after that, hidden elements count: a script shows the body.</summary>
    private const double LeastVisible = 0.1;

    /// <summary>The denials of ancestors that an element overrides when it calls itself the body.</summary>
    private const Roles Unsure = Roles.Denied & ~(Roles.Comments | Roles.Related | Roles.Hidden);

    private const Roles SureDenials =
        Roles.Comments | Roles.Related | Roles.Footer | Roles.Caption | Roles.Newsletter | Roles.Share
            | Roles.Consent;

    /// <summary>The smallest share of the page's prose in an element that calls itself the body.</summary>
    private const double ShareOfBody = 0.25;

    /// <summary>Fills in the measures of all nodes of a page.</summary>
    public static void Apply(Page page)
    {
        Span<PageNode> nodes = page.Nodes;
        Span<TextBlock> blocks = page.Blocks;
        foreach (ref readonly TextBlock block in blocks)
        {
            nodes[block.Node].AllProse += ProseOf(block);
        }

        for (int i = nodes.Length - 1; i > 0; i--)
        {
            nodes[nodes[i].Parent].AllProse += nodes[i].AllProse;
        }

        FreeWithoutLinks(nodes);
        Grant(page, Roles.Denied);
        bool isPoor = nodes[0].Prose < LeastGranted * nodes[0].AllProse;
        MistakenRoles.Lift(page, () => Grant(page, Roles.Denied));
        if (isPoor && nodes[0].Prose < LeastLifted * nodes[0].AllProse)
        {
            LiftUnsure(page);
        }

        if (nodes[0].Prose < LeastVisible * nodes[0].AllProse)
        {
            Grant(page, SureDenials);
        }
    }

    /// <summary>Lifts the unsure denials if that frees a longer run of prose than is free.</summary>
    /// <remarks>A short article is little of its page, and the boxes around it are no better.</remarks>
    private static void LiftUnsure(Page page)
    {
        int longest = new ProseRuns(page).Longest();
        Grant(page, SureDenials | Roles.Hidden);
        if (new ProseRuns(page).Longest() <= longest)
        {
            Grant(page, Roles.Denied);
        }
    }

    /// <summary>Whether an inline element with a denied role holds nearly all of a block.</summary>
    public static bool IsDeniedInline(ReadOnlySpan<PageNode> nodes, in TextBlock block) =>
        block.DeniedWeight * 5 > block.Weight * 4 && nodes[block.Denier].Own.HasAny(Roles.Denied);

    /// <summary>Frees a "readmore" box without links among paragraphs: it leads to no other page.</summary>
    private static void FreeWithoutLinks(Span<PageNode> nodes)
    {
        List<int> boxes = [];
        HashSet<int> holders = [];
        int nextLink = nodes.Length;
        for (int i = nodes.Length - 1; i > 0; i--)
        {
            nextLink = nodes[i].Kind == ElementKind.Link ? i : nextLink;
            if (nodes[i].AllProse == 0)
            {
                continue;
            }

            if (nodes[i].Kind == ElementKind.Paragraph && !nodes[i].Own.HasAny(Roles.Denied))
            {
                holders.Add(nodes[i].Parent);
            }
            else if (nodes[i].Own.HasAny(Roles.Related) && nextLink >= nodes[i].EndNode && !IsLinked(nodes, i))
            {
                boxes.Add(i);
            }
        }

        for (int i = boxes.Count - 1; i >= 0; i--)
        {
            if (holders.Contains(nodes[boxes[i]].Parent))
            {
                nodes[boxes[i]].Own &= ~Roles.Related;
                holders.Add(boxes[i]);
            }
        }
    }

    private static bool IsLinked(ReadOnlySpan<PageNode> nodes, int node)
    {
        while (node >= 0 && nodes[node].Kind != ElementKind.Link)
        {
            node = nodes[node].Parent;
        }

        return node >= 0;
    }

    private static void Grant(Page page, Roles deniable)
    {
        Grant(page.Nodes, deniable);
        Sum(page.Nodes, page.Blocks);
    }

    private static void Sum(Span<PageNode> nodes, Span<TextBlock> blocks)
    {
        foreach (ref PageNode node in nodes)
        {
            node.Prose = 0;
            node.Noise = 0;
        }

        foreach (ref readonly TextBlock block in blocks)
        {
            ref PageNode node = ref nodes[block.Node];
            if (!node.Granted.HasAny(Roles.Denied) && !IsDeniedInline(nodes, block))
            {
                int prose = ProseOf(block);
                node.Prose += prose;
                node.Noise += prose > 0 || node.Kind == ElementKind.Heading ? 0 : block.Weight;
            }
        }

        for (int i = nodes.Length - 1; i > 0; i--)
        {
            nodes[nodes[i].Parent].Prose += nodes[i].Prose;
            nodes[nodes[i].Parent].Noise += nodes[i].Noise;
        }
    }

    /// <summary>The weight of a block when it is prose; otherwise 0.</summary>
    public static int ProseOf(in TextBlock block)
    {
        int own = block.UnlinkedWeight;
        bool isProse = own * 2 > block.Weight
            && (own >= LongWeight
                || (own >= SentenceWeight && block.Sentences > 0)
                || (own >= SentenceWeight * 2 && block.Commas > 0));
        return isProse ? own : 0;
    }

    /// <summary>Grants each node its own and inherited roles, except denials of most of the prose.</summary>
    private static void Grant(Span<PageNode> nodes, Roles deniable)
    {
        for (int i = 0; i < nodes.Length; i++)
        {
            ref PageNode node = ref nodes[i];
            Roles inherited = node.Parent < 0 ? Roles.None : nodes[node.Parent].Granted;
            Roles own = node.Own & (deniable | ~Roles.Denied);
            if (own.HasAny(Roles.Denied)
                && node.AllProse > 0
                && node.AllProse >= ShareToRestore(own) * nodes[0].AllProse)
            {
                own &= ~Roles.Denied;
                node.Own &= ~(Roles.Denied & deniable);
            }

            bool isBody = own.HasAny(Roles.Body) && node.AllProse >= ShareOfBody * nodes[0].AllProse;
            inherited = own.HasAny(Roles.Ruled) ? inherited & ~Roles.Denied : isBody ? inherited & ~Unsure : inherited;
            node.Granted = inherited | own;
        }
    }

    private static double ShareToRestore(Roles roles)
    {
        if (roles.HasAny(Roles.Comments | Roles.Hidden | Roles.Consent))
        {
            return 0.9;
        }

        return roles.HasAny(Roles.Denied & ~Roles.Form) ? 0.6 : 0.4;
    }
}
