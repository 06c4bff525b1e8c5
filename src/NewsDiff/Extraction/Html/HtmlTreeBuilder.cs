using System.Text;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Html;

/// <summary>Builds the tree of a page (HTML Standard, 13.2.6): its state, and the steps that all modes share.</summary>
/// <remarks>
/// The modes are classes of their own. Each returns whether the token was consumed; if not, it is processed again in
/// the mode that is current then.
/// </remarks>
internal sealed class HtmlTreeBuilder
{
    private readonly PageBudget _budget;
    private readonly HtmlParserSettings _settings;

    private HtmlTreeBuilder(string html, HtmlParserSettings settings, PageBudget budget)
    {
        Tree = new HtmlTree(html, settings.Elements);
        Tokens = new HtmlTokenizer(html, Tree, budget);
        Formatting = new FormattingElements(Tree, budget);
        _settings = settings;
        _budget = budget;
    }

    public HtmlTree Tree { get; }

    public HtmlTokenizer Tokens { get; }

    public OpenElements Open { get; } = new();

    public FormattingElements Formatting { get; }

    public ForeignTags ForeignTags { get; } = new();

    public InsertionMode Mode { get; set; }

    /// <summary>The mode after the text of a script or the like.</summary>
    public InsertionMode ModeAfterText { get; set; }

    /// <summary>The modes of the open templates.</summary>
    public Stack<InsertionMode> TemplateModes { get; } = new();

    /// <summary>The head element; 0 before there is one.</summary>
    public int Head { get; set; }

    /// <summary>The open form; 0 for none.</summary>
    public int Form { get; set; }

    /// <summary>Whether nothing visible was read yet, so that a frameset may replace the body.</summary>
    public bool MayBecomeFrameset { get; set; } = true;

    /// <summary>Whether the page is read like in old browsers.</summary>
    public bool IsQuirky { get; set; }

    /// <summary>Whether what may not be in a table is moved before it.</summary>
    public bool IsFostering { get; set; }

    public bool IsScripting => _settings.IsScripting;

    public ref HtmlToken Token => ref Tokens.Token;

    /// <summary>Builds the tree of a page.</summary>
    /// <param name="html">The page.</param>
    /// <param name="settings">How it is read.</param>
    /// <param name="budget">The limits, which are counted in it.</param>
    /// <exception cref="PageTooComplexException">The page exceeds a limit.</exception>
    public static HtmlTree Build(string html, HtmlParserSettings settings, PageBudget budget)
    {
        var builder = new HtmlTreeBuilder(html, settings, budget);
        try
        {
            builder.Run();
            return builder.Tree;
        }
        catch
        {
            builder.Tree.Dispose();
            throw;
        }
    }

    /// <summary>Whether the token is a start tag of an element.</summary>
    public bool Starts(TagId id) => Token.Kind == TokenKind.StartTag && Token.Tag.Id == id;

    /// <summary>Whether the token is an end tag of an element.</summary>
    public bool Ends(TagId id) => Token.Kind == TokenKind.EndTag && Token.Tag.Id == id;

    /// <summary>Whether the token has an attribute of one of some names.</summary>
    public bool HasAttribute(params ReadOnlySpan<AttributeName> names)
    {
        foreach (ref readonly HtmlAttribute attribute in
            Tree.AttributesAt(Token.FirstAttribute, Token.Attributes))
        {
            if (names.Contains(attribute.Name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the token is an input field that nobody sees.</summary>
    public bool IsHiddenInput()
    {
        foreach (ref readonly HtmlAttribute attribute in
            Tree.AttributesAt(Token.FirstAttribute, Token.Attributes))
        {
            if (attribute.Name == AttributeName.Type)
            {
                return Ascii.EqualsIgnoreCase(Tree.WrittenValueOf(attribute), "hidden");
            }
        }

        return false;
    }

    /// <summary>Inserts the element of the token and makes it the current one.</summary>
    public int Insert() => Insert(Token.Tag);

    /// <summary>Inserts an element with the attributes of the token and makes it the current one.</summary>
    public int Insert(HtmlTag tag)
    {
        int node = Create(tag, Token.FirstAttribute, Token.Attributes, isOfTag: true);
        Place(node);
        Open.Push(new OpenElement(node, tag));
        return node;
    }

    /// <summary>Inserts an element without a tag and makes it the current one.</summary>
    public int InsertImplied(HtmlTag tag)
    {
        int node = Create(tag, 0, 0, isOfTag: false);
        Place(node);
        Open.Push(new OpenElement(node, tag));
        return node;
    }

    /// <summary>Inserts the element of the token, which has no content.</summary>
    public void InsertVoid()
    {
        Insert();
        Open.Pop();
    }

    /// <summary>Inserts the text of the token.</summary>
    public void InsertText()
    {
        int node = Tree.AddText(Token.Text);
        Place(node);
    }

    /// <summary>Makes a copy of an element, without a place in the tree.</summary>
    public int Copy(int node) => Create(Tree[node].Tag!, Tree[node].Start, Tree[node].Length, isOfTag: false);

    /// <summary>Inserts the element of the token and reads its text, up to its end tag.</summary>
    public void InsertWithText(TextMode mode)
    {
        Insert();
        bool isWanted = mode == TextMode.Escapable || (mode == TextMode.Raw && _settings.KeepsRawText);
        Tokens.ReadTextOf(Token.Tag, mode, isWanted);
        ModeAfterText = Mode;
        Mode = InsertionMode.Text;
    }

    /// <summary>Puts a node at the appropriate place for inserting a node (HTML Standard, 13.2.6.1).</summary>
    public void Place(int node) => Place(node, Open.Count - 1);

    /// <summary>Puts a node into an open element, or where what may not be in it belongs.</summary>
    public void Place(int node, int target)
    {
        if (target < 0)
        {
            Tree.Append(HtmlTree.Document, node);
            return;
        }

        OpenElement parent = Open[target];
        if (IsFostering && parent.Tag.IsAny(TagGroups.FostersText))
        {
            Foster(node);
        }
        else
        {
            // As in browsers, what is deeper becomes a sibling of the deepest element.
            bool isTooDeep = target >= _settings.MaxDepth;
            Tree.Append(isTooDeep ? Open[_settings.MaxDepth - 1].Node : parent.Node, node);
        }
    }

    /// <summary>Reopens the formatting elements that were left open.</summary>
    public void Reopen()
    {
        int index = Formatting.Count - 1;
        if (index < 0 || IsOpen(Formatting[index]))
        {
            return;
        }

        while (index > 0 && !IsOpen(Formatting[index - 1]))
        {
            index--;
        }

        for (; index < Formatting.Count; index++)
        {
            FormattingElement closed = Formatting[index];
            int node = Copy(closed.Node);
            Place(node);
            Open.Push(new OpenElement(node, closed.Tag!));
            Formatting[index] = closed with { Node = node };
        }
    }

    /// <summary>Closes an open paragraph within the nearest button.</summary>
    public void CloseParagraph()
    {
        if (Open.HasInScope(KnownTags.P, TagGroups.EndsScope | TagGroups.EndsButtonScope))
        {
            Open.PopImplied(KnownTags.P);
            Open.PopThrough(KnownTags.P);
        }
    }

    /// <summary>Counts steps over elements.</summary>
    public void AddSteps(int count) => _budget.AddSteps(count);

    private bool IsOpen(FormattingElement element) => element.Tag is null || Open.IndexOf(element.Node) >= 0;

    private void Run()
    {
        do
        {
            Tokens.Read();
            _budget.AddSteps(Open.Count + Formatting.Count);
            while (!(ForeignContent.IsNext(this) ? ForeignContent.Process(this) : Modes.Process(this)))
            {
            }

            Tokens.IsInForeign = Open.IsInForeign;
        }
        while (Token.Kind != TokenKind.End);
    }

    private int Create(HtmlTag tag, int firstAttribute, int attributes, bool isOfTag)
    {
        _budget.AddElement(attributes, isOfTag);
        return Tree.AddElement(tag, firstAttribute, attributes);
    }

    /// <summary>Puts a node before the innermost table.</summary>
    private void Foster(int node)
    {
        int template = Open.LastIndexOf(KnownTags.Template);
        int table = Open.LastIndexOf(KnownTags.Table);
        if (template > table)
        {
            Tree.Append(Open[template].Node, node);
        }
        else if (table < 0)
        {
            Tree.Append(Open[0].Node, node);
        }
        else if (Tree[Open[table].Node].Parent != 0)
        {
            Tree.InsertBefore(Open[table].Node, node);
        }
        else
        {
            Tree.Append(Open[table - 1].Node, node);
        }
    }
}
