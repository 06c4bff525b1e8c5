namespace NewsDiff.Extraction.Html;

/// <summary>The end tags within the body (HTML Standard, 13.2.6.4.7).</summary>
internal static class BodyEndTags
{
    public static bool Process(HtmlTreeBuilder builder)
    {
        HtmlTag tag = builder.Token.Tag;
        if (tag.IsAny(TagGroups.Block) || tag.Id is TagId.Button or TagId.Pre or TagId.Listing)
        {
            Close(builder, tag, TagGroups.EndsScope, except: null);
        }
        else if (tag.IsAny(TagGroups.Formatting))
        {
            AdoptionAgency.Run(builder, tag);
        }
        else if (tag.IsAny(TagGroups.Heading))
        {
            CloseHeading(builder);
        }
        else if (tag.IsAny(TagGroups.Marker))
        {
            if (Close(builder, tag, TagGroups.EndsScope, except: null))
            {
                builder.Formatting.CutToBorder();
            }
        }
        else
        {
            return ProcessSingle(builder, tag);
        }

        return true;
    }

    /// <summary>Any other end tag: closes the innermost element of its name, unless a special one is within.</summary>
    public static void CloseOther(HtmlTreeBuilder builder, HtmlTag tag)
    {
        for (int i = builder.Open.Count - 1; i >= 0; i--)
        {
            HtmlTag open = builder.Open[i].Tag;
            if (open == tag)
            {
                builder.Open.PopImplied(tag);
                builder.Open.CutTo(Math.Min(i, builder.Open.Count));
                return;
            }

            if (open.IsAny(TagGroups.Special))
            {
                return;
            }
        }
    }

    private static bool ProcessSingle(HtmlTreeBuilder builder, HtmlTag tag)
    {
        switch (tag.Id)
        {
            case TagId.P:
                if (!builder.Open.HasInScope(tag, TagGroups.EndsScope | TagGroups.EndsButtonScope))
                {
                    builder.InsertImplied(tag);
                }

                builder.CloseParagraph();
                return true;
            case TagId.Li:
                Close(builder, tag, TagGroups.EndsScope | TagGroups.EndsListScope, except: tag);
                return true;
            case TagId.Dd or TagId.Dt:
                Close(builder, tag, TagGroups.EndsScope, except: tag);
                return true;
            case TagId.Form:
                CloseForm(builder);
                return true;
            case TagId.Body or TagId.Html:
                return CloseBody(builder, tag);
            case TagId.Br:
                builder.Token.Kind = TokenKind.StartTag;
                return false;
            case TagId.Template:
                return HeadModes.InHead(builder);
            default:
                CloseOther(builder, tag);
                return true;
        }
    }

    private static bool Close(HtmlTreeBuilder builder, HtmlTag tag, TagGroups borders, HtmlTag? except)
    {
        if (!builder.Open.HasInScope(tag, borders))
        {
            return false;
        }

        builder.Open.PopImplied(except);
        builder.Open.PopThrough(tag);
        return true;
    }

    private static void CloseHeading(HtmlTreeBuilder builder)
    {
        if (builder.Open.HasHeadingInScope())
        {
            builder.Open.PopImplied();
            builder.Open.PopThrough(TagGroups.Heading);
        }
    }

    private static void CloseForm(HtmlTreeBuilder builder)
    {
        if (builder.Open.Has(KnownTags.Template))
        {
            Close(builder, KnownTags.Form, TagGroups.EndsScope, except: null);
            return;
        }

        int node = builder.Form;
        builder.Form = 0;
        if (node != 0 && builder.Open.HasInScope(node))
        {
            builder.Open.PopImplied();
            builder.Open.RemoveAt(builder.Open.IndexOf(node));
        }
    }

    private static bool CloseBody(HtmlTreeBuilder builder, HtmlTag tag)
    {
        if (!builder.Open.HasInScope(KnownTags.Body))
        {
            return true;
        }

        builder.Mode = InsertionMode.AfterBody;
        return tag.Id == TagId.Body;
    }
}
