using System.Runtime.InteropServices;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Body;

/// <summary>Finds an article in elements whose names wrongly suggest another role.</summary>
/// <remarks>
/// It looks only when nothing else can be the article. Publishing systems name the wrapper of a text, or each of its
/// paragraphs, "share", "teaser" or "comment". Elements of one place and role form a group. The group is the article
/// when the part of the page around it and the headline has no other text.
/// </remarks>
internal static class MistakenRoles
{
    /// <summary>The smallest prose of an article; a box may have less.</summary>
    private const int LeastProse = 150;

    /// <summary>The divisor for the largest share of other text below the headline.</summary>
    private const int MostBeside = 4;

    /// <summary>The divisor for the largest share of text outside mistaken surroundings.</summary>
    private const int MostElsewhere = 3;

    /// <summary>The divisor for the share of links in a box of links.</summary>
    private const int MostLinks = 3;

    /// <summary>The maximum number of nested wrappers; each round looks into the one freed last.</summary>
    private const int MostRounds = 4;

    /// <summary>Roles around an article: elements keep them while a sentence is next to them.</summary>
    private const Roles Surroundings =
        Roles.Comments | Roles.Related | Roles.Hidden | Roles.Footer | Roles.Navigation | Roles.Aside
            | Roles.Banner | Roles.Newsletter | Roles.Advert;

    /// <summary>Removes the denied roles from an article's elements, and grants roles again.</summary>
    /// <param name="page">The page, granted and summed.</param>
    /// <param name="grant">Grants the roles and sums the prose again.</param>
    public static void Lift(Page page, Action grant)
    {
        ReadOnlySpan<PageNode> nodes = page.Nodes;
        for (int round = 0; round < MostRounds; round++)
        {
            // The freed prose must outweigh all that is free already.
            if (nodes[0].AllProse - nodes[0].Prose < Math.Max(LeastProse, nodes[0].Prose)
                || Choose(page) is not { } group)
            {
                return;
            }

            Free(page.Nodes, group);
            grant();
        }
    }

    /// <summary>Frees a group and its neighbours of the same name.</summary>
    /// <remarks>When the name means nothing, everything in its place is freed.</remarks>
    private static void Free(Span<PageNode> nodes, Group group)
    {
        if (!group.Roles.HasAny(Surroundings))
        {
            foreach (ref PageNode node in nodes[group.Place..nodes[group.Place].EndNode])
            {
                node.Own &= ~group.Roles;
            }
        }

        HashSet<int> parents = [];
        foreach (int element in group.Elements)
        {
            parents.Add(nodes[element].Parent);
        }

        foreach (int parent in parents)
        {
            for (int i = parent + 1; i < nodes[parent].EndNode; i = nodes[i].EndNode)
            {
                nodes[i].Own &= (nodes[i].Own & Roles.Denied) == group.Roles ? ~Roles.Denied : ~Roles.None;
            }
        }
    }

    private static Group? Choose(Page page)
    {
        ReadOnlySpan<PageNode> nodes = page.Nodes;
        List<int> all = [.. page.Marks.Where(mark => mark.Kind == MarkKind.Headline).Select(mark => mark.Node)];

        // Boxes have headings of their own.
        List<int> headlines = all.FindAll(
            node => !page.Nodes[node].Granted.HasAny(Roles.Denied & ~Roles.Header)) is { Count: > 0 } free ? free : all;
        var groups = new Dictionary<(int Place, int Parent, Roles Roles), Group>();
        foreach (ref readonly TextBlock block in page.Blocks)
        {
            int element = ProseMeasure.ProseOf(block) > 0 ? DenierOf(nodes, block) : -1;
            if (element < 0)
            {
                continue;
            }

            int place = PlaceOf(nodes, element, headlines);
            Roles roles = nodes[element].Own & Roles.Denied;
            ref Group? group = ref CollectionsMarshal.GetValueRefOrAddDefault(
                groups, (place, ParentOf(nodes, element, block.Node, place), roles), out _);
            group ??= new Group(place, roles);
            group.Add(element, block);
        }

        return groups.Values.Where(group => MayBeArticle(page, group)).MaxBy(group => group.Rank);
    }

    /// <summary>The outermost element that denies a block; -1 for none.</summary>
    private static int DenierOf(ReadOnlySpan<PageNode> nodes, in TextBlock block)
    {
        int found = ProseMeasure.IsDeniedInline(nodes, block) ? block.Denier : -1;
        for (int i = block.Node; i >= 0 && nodes[i].Granted.HasAny(Roles.Denied); i = nodes[i].Parent)
        {
            found = nodes[i].Own.HasAny(Roles.Denied) ? i : found;
        }

        return found;
    }

    /// <summary>The innermost element around an element and the headline above it; otherwise the page.</summary>
    private static int PlaceOf(ReadOnlySpan<PageNode> nodes, int element, List<int> headlines)
    {
        int headline = -1;
        foreach (int candidate in headlines)
        {
            headline = candidate < nodes[element].EndNode ? candidate : headline;
        }

        int place = headline < 0 ? 0 : element;
        while (place > 0 && headline < place)
        {
            place = nodes[place].Parent;
        }

        return place;
    }

    /// <summary>The parent of the outermost element below the place that has no more prose.</summary>
    private static int ParentOf(ReadOnlySpan<PageNode> nodes, int element, int blockNode, int place)
    {
        int outer = ElementKinds.IsInline(nodes[element].Kind) ? Math.Min(element, blockNode) : element;
        while (nodes[outer].Parent > place && nodes[nodes[outer].Parent].AllProse <= nodes[outer].AllProse)
        {
            outer = nodes[outer].Parent;
        }

        return nodes[outer].Parent;
    }

    private static bool MayBeArticle(Page page, Group group)
    {
        PageNode place = page.Nodes[group.Place];
        int elsewhere = page.Nodes[0].Prose;
        bool isAlone = group.Roles.HasAny(Surroundings)
            ? place.Prose == 0 && elsewhere * MostElsewhere < group.Prose && !HasSentence(page, place)
            : place.Prose * MostBeside < group.Prose && elsewhere < group.Prose;
        return isAlone && group.Prose >= LeastProse && group.LinkWeight * MostLinks <= group.Weight;
    }

    private static bool HasSentence(Page page, in PageNode place)
    {
        for (int i = place.FirstBlock; i < place.EndBlock; i++)
        {
            PageNode node = page.Nodes[page.Blocks[i].Node];
            if (node.Kind == ElementKind.Paragraph && page.Blocks[i].Sentences > 0 && !node.Granted.HasAny(Roles.Denied)
                && !ProseMeasure.IsDeniedInline(page.Nodes, page.Blocks[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Elements of one role in one place.</summary>
    private sealed class Group(int place, Roles roles)
    {
        public int Place => place;

        public Roles Roles => roles;

        public HashSet<int> Elements { get; } = [];

        public int Prose { get; private set; }

        public int Weight { get; private set; }

        public int LinkWeight { get; private set; }

        public void Add(int element, in TextBlock block)
        {
            Elements.Add(element);
            Prose += ProseMeasure.ProseOf(block);
            Weight += block.Weight;
            LinkWeight += block.LinkWeight;
        }

        /// <summary>Ranks groups: nearer to a headline, then not a surrounding, then longer.</summary>
        public (int Place, bool IsInside, int Prose) Rank => (place, !roles.HasAny(Surroundings), Prose);
    }
}
