using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace NewsDiff.Identity;

/// <summary>The query parameters that say how a reader came to a page, not which page.</summary>
internal static class TrackingParameters
{
    private const string EscapedMark = "amp;";

    /// <summary>Names with the same meaning on every site.</summary>
    private static readonly FrozenSet<string> Everywhere = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        [
            // Campaign analytics: Google, Matomo, AT Internet, Adobe, Webtrends, Openstat, Echobox.
            "utm", "mtm", "ga_source", "ga_medium", "ga_term", "ga_content", "ga_campaign", "ga_place", "_ga", "_gl",
            "gs_l",
            "xtor", "at_medium", "at_campaign", "at_campaign_type", "at_format", "at_ptr_name", "at_bbc_team",
            "s_cid", "cmpid", "icid", "wt_mc", "wt_zmc", "zmc", "_openstat", "echobox", "tracking_source",
            "itm_source", "itm_medium", "itm_campaign", "itm_content", "hmb_source", "hmb_medium", "hmb_campaign",
            "spm", "scm",
            "ceneo_spo", "wtrid", "os_ehash", "otm", "intcmp", "int_cmp", "icmp", "campid", "dgcid", "mbid", "cjevent",
            "wtmc", "wtzmc", "maca", "dmcid", "xing_share", "sara_ref", "trk", "trkcampaign", "trkinfo",
            "trkemail", "sr_share", "soc_src", "soc_trk", "hss_channel", "cx_testid", "cx_testvariant", "cx_artpos",
            "cx_tag", "wpsrc", "wpisrc", "guccounter", "cn-track", "feedtype", "feedname", "fromrss", "link_source",
            "traffic_source", "zanpid", "oborigurl", "usqp", "aoh", "amp_js_v", "amp_gsa",

            // Identifiers of clicks on advertisements and posts.
            "gclid", "gclsrc", "gbraid", "wbraid", "dclid", "fbclid", "msclkid", "yclid", "ymclid", "twclid", "ttclid",
            "igshid",
            "igsh", "mibextid", "epik", "sscid", "dicbo", "tblci", "obid", "_branch_match_id", "_branch_referrer",
            "li_fat_id", "srsltid", "wickedid", "rb_clickid", "irclickid", "ref_src", "ref_url",
            "__twitter_impression",
            "fb_action_ids", "fb_action_types", "fb_source", "fb_ref", "action_object_map", "action_type_map",
            "action_ref_map", "fb_comment_id", "sfnsn", "rdt_cid", "sccid", "__tn__", "__xts__", "_ope", "pnespid",

            // Newsletters.
            "mc_cid", "mc_eid", "mc_tc", "_hsenc", "_hsmi", "__hssc", "__hstc", "__hsfp", "hsctatracking", "mkt_tok",
            "vero_id",
            "sfmc_id", "sfmc_sub", "dm_i", "nr_email_referer", "elqtrackid", "elqtrack", "mc_tc", "bta_tid", "bta_c",
            "vero_conv", "ml_subscriber", "ml_subscriber_hash", "__s", "oly_anon_id", "oly_enc_id",
            "_bhlid", "_kx", "emci", "emdi", "sc_cid", "sc_lid", "sc_llid", "sc_uid", "bxid", "cndid",
            "email_hash", "hashed_user",
        ]);

    /// <summary>Beginnings of names with the same meaning on every site.</summary>
    private static readonly ImmutableArray<string> EverywherePrefixes =
    [
        "utm_", "mtm_", "otm_", "itm_", "hmb_", "piwik_", "matomo_", "guce_", "bsft_", "gad_", "oly_", "vero_", "vn_",
        "__hs", "_hs", "pk_campaign", "pk_kwd", "pk_source", "pk_medium", "hsa_", "at_custom", "at_link_", "vn_source",
        "vn_campaign",
    ];

    /// <summary>Names with this meaning on some sites only, by the end of the host name.</summary>
    private static readonly FrozenDictionary<string, FrozenSet<string>> OfSites = new Dictionary<string, string[]>
    {
        ["bbc.co.uk"] = ["ocid", "ns_mchannel", "ns_source", "ns_campaign", "ns_linkname", "ns_fee"],
        ["bbc.com"] = ["ocid", "ns_mchannel", "ns_source", "ns_campaign", "ns_linkname", "ns_fee"],
        ["cnbc.com"] = ["__source"],
        ["forbes.com"] = ["sh"],
        ["msn.com"] = ["ocid", "cvid"],
        ["nytimes.com"] = ["smid", "smtyp", "emc", "partner", "referringsource"],
        ["techcrunch.com"] = ["ncid", "sr_share", "guccounter"],
        ["theguardian.com"] = ["CMP", "CMP_BUNIT"],
        ["threads.com"] = ["xmt", "slof"],
        ["threads.net"] = ["xmt", "slof"],
        ["washingtonpost.com"] = ["wpisrc", "wpmm", "tid", "itid"],
        ["youtu.be"] = ["si"],
        ["youtube.com"] = ["si", "feature", "pp"],
    }.ToFrozenDictionary(
        static site => site.Key, static site => site.Value.ToFrozenSet(StringComparer.OrdinalIgnoreCase),
        StringComparer.Ordinal);

    /// <summary>Removes the tracking parameters from a query.</summary>
    /// <param name="query">The query with its question mark, or empty.</param>
    /// <param name="host">The host of the address, in lower case.</param>
    /// <returns>The rest with its question mark; may be empty.</returns>
    public static string Remove(string query, string host)
    {
        if (query.Length <= 1)
        {
            return "";
        }

        FrozenSet<string>? ofSite = SiteOf(host);
        var rest = new StringBuilder(query.Length);
        ReadOnlySpan<char> parameters = query.AsSpan(1);
        foreach (Range range in parameters.Split('&'))
        {
            ReadOnlySpan<char> parameter = parameters[range];

            // What is left of an ampersand that was escaped as in HTML.
            while (parameter.StartsWith(EscapedMark, StringComparison.OrdinalIgnoreCase))
            {
                parameter = parameter[EscapedMark.Length..];
            }

            int equals = parameter.IndexOf('=');
            ReadOnlySpan<char> name = equals < 0 ? parameter : parameter[..equals];
            ReadOnlySpan<char> value = equals < 0 ? [] : parameter[(equals + 1)..];
            if (!parameter.IsEmpty && !IsTracking(name, ofSite) && !TrackingOrigins.Match(name, value))
            {
                rest.Append(rest.Length == 0 ? '?' : '&').Append(parameter);
            }
        }

        return rest.ToString();
    }

    private static bool IsTracking(ReadOnlySpan<char> name, FrozenSet<string>? ofSite)
    {
        if (Everywhere.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)
            || ofSite?.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name) is true)
        {
            return true;
        }

        foreach (string prefix in EverywherePrefixes)
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return TrackingShapes.Match(name);
    }

    private static FrozenSet<string>? SiteOf(string host)
    {
        while (true)
        {
            if (OfSites.TryGetValue(host, out FrozenSet<string>? names))
            {
                return names;
            }

            int dot = host.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0)
            {
                return null;
            }

            host = host[(dot + 1)..];
        }
    }
}
