namespace NewsDiff.Extraction.Html;

/// <summary>The modes within the parts of a table (HTML Standard, 13.2.6.4.11 to 13.2.6.4.15).</summary>
internal static class TablePartModes
{
    public static bool InCaption(HtmlTreeBuilder builder)
    {
        TagId id = IdOf(builder, out bool isEnd);
        if (isEnd && id != TagId.Caption && (IsOuter(id) || IsPart(id)))
        {
            return true;
        }

        bool closes = isEnd
            ? id is TagId.Caption or TagId.Table
            : IsPart(id) || id is TagId.Caption or TagId.Col or TagId.Colgroup;
        if (!closes)
        {
            return BodyMode.Process(builder);
        }

        if (!builder.Open.HasInScope(KnownTags.Caption, TagGroups.EndsTableScope))
        {
            return true;
        }

        builder.Open.PopImplied();
        builder.Open.PopThrough(KnownTags.Caption);
        builder.Formatting.CutToBorder();
        builder.Mode = InsertionMode.InTable;
        return isEnd && id == TagId.Caption;
    }

    public static bool InColumnGroup(HtmlTreeBuilder builder)
    {
        TagId id = IdOf(builder, out bool isEnd);
        switch (builder.Token.Kind)
        {
            case TokenKind.Space:
                builder.InsertText();
                return true;
            case TokenKind.Doctype:
                return true;
            case TokenKind.StartTag when id is TagId.Html:
            case TokenKind.End:
                return BodyMode.Process(builder);
            case TokenKind.StartTag when id == TagId.Col:
                builder.InsertVoid();
                return true;
            case TokenKind.EndTag when id == TagId.Col:
                return true;
            case TokenKind.StartTag or TokenKind.EndTag when id == TagId.Template:
                return HeadModes.InHead(builder);
            default:
                if (builder.Open.Current.Tag != KnownTags.Colgroup)
                {
                    return true;
                }

                builder.Open.Pop();
                builder.Mode = InsertionMode.InTable;
                return isEnd && id == TagId.Colgroup;
        }
    }

    public static bool InTableBody(HtmlTreeBuilder builder)
    {
        TagId id = IdOf(builder, out bool isEnd);
        if (id is TagId.Tr or TagId.Th or TagId.Td)
        {
            return isEnd || BeginRow(builder, id);
        }

        if (isEnd && IsSection(id))
        {
            if (builder.Open.HasInScope(builder.Token.Tag, TagGroups.EndsTableScope))
            {
                CloseSection(builder);
            }

            return true;
        }

        if (isEnd && IsOuter(id))
        {
            return true;
        }

        bool closes = isEnd
            ? id == TagId.Table
            : IsSection(id) || id is TagId.Caption or TagId.Col or TagId.Colgroup;
        if (!closes)
        {
            return TableMode.Process(builder);
        }

        bool isOpen = HasSectionInScope(builder);
        if (isOpen)
        {
            CloseSection(builder);
        }

        return !isOpen;
    }

    public static bool InRow(HtmlTreeBuilder builder)
    {
        TagId id = IdOf(builder, out bool isEnd);
        if (id is TagId.Th or TagId.Td)
        {
            return isEnd || BeginCell(builder);
        }

        if (isEnd && IsOuter(id))
        {
            return true;
        }

        bool closes = IsSection(id) || id == TagId.Tr
            || (isEnd ? id == TagId.Table : id is TagId.Caption or TagId.Col or TagId.Colgroup);
        if (!closes)
        {
            return TableMode.Process(builder);
        }

        if ((isEnd && !builder.Open.HasInScope(builder.Token.Tag, TagGroups.EndsTableScope))
            || !builder.Open.HasInScope(KnownTags.Tr, TagGroups.EndsTableScope))
        {
            return true;
        }

        PopToRow(builder);
        builder.Open.Pop();
        builder.Mode = InsertionMode.InTableBody;
        return isEnd && id == TagId.Tr;
    }

    public static bool InCell(HtmlTreeBuilder builder)
    {
        TagId id = IdOf(builder, out bool isEnd);
        if (isEnd && IsOuter(id))
        {
            return true;
        }

        bool closes = isEnd
            ? IsPart(id) || id == TagId.Table
            : IsPart(id) || id is TagId.Caption or TagId.Col or TagId.Colgroup;
        if (!closes)
        {
            return BodyMode.Process(builder);
        }

        bool isOwnEnd = isEnd && id is TagId.Td or TagId.Th;
        HtmlTag? cell = isOwnEnd ? builder.Token.Tag : CellInScope(builder);
        if (cell is null
            || (isEnd && !builder.Open.HasInScope(builder.Token.Tag, TagGroups.EndsTableScope)))
        {
            return true;
        }

        builder.Open.PopImplied();
        builder.Open.PopThrough(cell);
        builder.Formatting.CutToBorder();
        builder.Mode = InsertionMode.InRow;
        return isOwnEnd;
    }

    private static bool BeginRow(HtmlTreeBuilder builder, TagId id)
    {
        builder.Open.PopTo([TagId.Tbody, TagId.Tfoot, TagId.Thead, TagId.Template, TagId.Html]);
        builder.Mode = InsertionMode.InRow;
        if (id != TagId.Tr)
        {
            builder.InsertImplied(KnownTags.Tr);
            return false;
        }

        builder.Insert();
        return true;
    }

    private static bool BeginCell(HtmlTreeBuilder builder)
    {
        PopToRow(builder);
        builder.Insert();
        builder.Mode = InsertionMode.InCell;
        builder.Formatting.AddBorder();
        return true;
    }

    /// <summary>Whether an end tag is ignored, because its element is around the table or has no content.</summary>
    private static bool IsOuter(TagId id) =>
        id is TagId.Body or TagId.Caption or TagId.Col or TagId.Colgroup or TagId.Html;

    private static bool IsSection(TagId id) => id is TagId.Tbody or TagId.Tfoot or TagId.Thead;

    private static bool IsPart(TagId id) => IsSection(id) || id is TagId.Tr or TagId.Td or TagId.Th;

    private static TagId IdOf(HtmlTreeBuilder builder, out bool isEnd)
    {
        isEnd = builder.Token.Kind == TokenKind.EndTag;
        return isEnd || builder.Token.Kind == TokenKind.StartTag ? builder.Token.Tag.Id : TagId.Other;
    }

    private static void PopToRow(HtmlTreeBuilder builder) =>
        builder.Open.PopTo([TagId.Tr, TagId.Template, TagId.Html]);

    private static bool HasSectionInScope(HtmlTreeBuilder builder)
    {
        for (int i = builder.Open.Count - 1; i >= 0; i--)
        {
            HtmlTag open = builder.Open[i].Tag;
            if (IsSection(open.Id))
            {
                return true;
            }

            if (open.IsAny(TagGroups.EndsTableScope))
            {
                return false;
            }
        }

        return false;
    }

    private static HtmlTag? CellInScope(HtmlTreeBuilder builder)
    {
        bool isCell = builder.Open.HasInScope(KnownTags.Td, TagGroups.EndsTableScope);
        bool isHead = !isCell && builder.Open.HasInScope(KnownTags.Th, TagGroups.EndsTableScope);
        return isCell ? KnownTags.Td : isHead ? KnownTags.Th : null;
    }

    private static void CloseSection(HtmlTreeBuilder builder)
    {
        builder.Open.PopTo([TagId.Tbody, TagId.Tfoot, TagId.Thead, TagId.Template, TagId.Html]);
        builder.Open.Pop();
        builder.Mode = InsertionMode.InTable;
    }
}
