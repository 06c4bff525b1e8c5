namespace NewsDiff.Extraction.Html;

/// <summary>The modes within the parts of a table (HTML Standard, 13.2.6.4.11 to 13.2.6.4.15).</summary>
internal static class TablePartModes
{
    public static bool InCaption(HtmlTreeBuilder builder)
    {
        TagId id = IdOf(builder, out bool isEnd);
        if (isEnd && id is TagId.Body or TagId.Col or TagId.Colgroup or TagId.Html or TagId.Tbody or TagId.Td
            or TagId.Tfoot or TagId.Th or TagId.Thead or TagId.Tr)
        {
            return true;
        }

        bool closes = isEnd
            ? id is TagId.Caption or TagId.Table
            : id is TagId.Caption or TagId.Col or TagId.Colgroup or TagId.Tbody or TagId.Td or TagId.Tfoot or TagId.Th
                or TagId.Thead or TagId.Tr;
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
        if (!isEnd && id is TagId.Tr or TagId.Th or TagId.Td)
        {
            PopToBody(builder);
            builder.Mode = InsertionMode.InRow;
            if (id == TagId.Tr)
            {
                builder.Insert();
                return true;
            }

            builder.InsertImplied(KnownTags.Tr);
            return false;
        }

        bool isPart = id is TagId.Tbody or TagId.Tfoot or TagId.Thead;
        if (isEnd && isPart)
        {
            if (builder.Open.HasInScope(builder.Token.Tag, TagGroups.EndsTableScope))
            {
                CloseBody(builder);
            }

            return true;
        }

        if (isEnd && id is TagId.Body or TagId.Caption or TagId.Col or TagId.Colgroup or TagId.Html or TagId.Td
            or TagId.Th or TagId.Tr)
        {
            return true;
        }

        bool closes = isEnd ? id == TagId.Table : isPart || id is TagId.Caption or TagId.Col or TagId.Colgroup;
        if (!closes)
        {
            return TableMode.Process(builder);
        }

        if (!HasBodyInScope(builder))
        {
            return true;
        }

        CloseBody(builder);
        return false;
    }

    public static bool InRow(HtmlTreeBuilder builder)
    {
        TagId id = IdOf(builder, out bool isEnd);
        if (!isEnd && id is TagId.Th or TagId.Td)
        {
            PopToRow(builder);
            builder.Insert();
            builder.Mode = InsertionMode.InCell;
            builder.Formatting.AddBorder();
            return true;
        }

        if (isEnd && id is TagId.Body or TagId.Caption or TagId.Col or TagId.Colgroup or TagId.Html or TagId.Td
            or TagId.Th)
        {
            return true;
        }

        bool isPart = id is TagId.Tbody or TagId.Tfoot or TagId.Thead;
        bool closes = isEnd
            ? isPart || id is TagId.Tr or TagId.Table
            : isPart || id is TagId.Caption or TagId.Col or TagId.Colgroup or TagId.Tr;
        if (!closes)
        {
            return TableMode.Process(builder);
        }

        bool isKnown = !(isEnd && isPart) || builder.Open.HasInScope(builder.Token.Tag, TagGroups.EndsTableScope);
        if (!isKnown || !builder.Open.HasInScope(KnownTags.Tr, TagGroups.EndsTableScope))
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
        if (isEnd && id is TagId.Td or TagId.Th )
        {
            if (builder.Open.HasInScope(builder.Token.Tag, TagGroups.EndsTableScope))
            {
                CloseCell(builder, builder.Token.Tag);
            }

            return true;
        }

        if (isEnd && id is TagId.Body or TagId.Caption or TagId.Col or TagId.Colgroup or TagId.Html )
        {
            return true;
        }

        bool isPart = id is TagId.Tbody or TagId.Tfoot or TagId.Thead or TagId.Tr;
        bool closes = isEnd
            ? isPart || id == TagId.Table
            : isPart || id is TagId.Caption or TagId.Col or TagId.Colgroup or TagId.Td or TagId.Th;
        if (!closes)
        {
            return BodyMode.Process(builder);
        }

        HtmlTag? cell = CellInScope(builder);
        bool isKnown = !isEnd || builder.Open.HasInScope(builder.Token.Tag, TagGroups.EndsTableScope);
        if (cell is null || !isKnown)
        {
            return true;
        }

        CloseCell(builder, cell);
        return false;
    }

    private static TagId IdOf(HtmlTreeBuilder builder, out bool isEnd)
    {
        isEnd = builder.Token.Kind == TokenKind.EndTag;
        return isEnd || builder.Token.Kind == TokenKind.StartTag ? builder.Token.Tag.Id : TagId.Other;
    }

    private static void PopToBody(HtmlTreeBuilder builder) =>
        builder.Open.PopTo([TagId.Tbody, TagId.Tfoot, TagId.Thead, TagId.Template, TagId.Html]);

    private static void PopToRow(HtmlTreeBuilder builder) =>
        builder.Open.PopTo([TagId.Tr, TagId.Template, TagId.Html]);

    private static bool HasBodyInScope(HtmlTreeBuilder builder)
    {
        for (int i = builder.Open.Count - 1; i >= 0; i--)
        {
            HtmlTag open = builder.Open[i].Tag;
            if (open.Id is TagId.Tbody or TagId.Thead or TagId.Tfoot)
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

    private static void CloseBody(HtmlTreeBuilder builder)
    {
        PopToBody(builder);
        builder.Open.Pop();
        builder.Mode = InsertionMode.InTable;
    }

    private static void CloseCell(HtmlTreeBuilder builder, HtmlTag cell)
    {
        builder.Open.PopImplied();
        builder.Open.PopThrough(cell);
        builder.Formatting.CutToBorder();
        builder.Mode = InsertionMode.InRow;
    }
}
