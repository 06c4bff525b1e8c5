namespace NewsDiff.Extraction;

/// <summary>The phrases of error pages and walls, in the languages of many newspapers.</summary>
internal static class NotArticlePhrases
{
    private static readonly string[] Errors =
    [
        "404", "page not found", "not found", "page can't be found", "page cannot be found", "page doesn't exist",
        "page does not exist",
        "error 500", "500 internal", "502 bad gateway", "503 service", "504 gateway", "403 forbidden", "access denied",
        "service unavailable",
        "something went wrong", "seite nicht gefunden", "seite wurde nicht gefunden", "page introuvable",
        "page non trouvée",
        "página no encontrada", "página não encontrada", "pagina non trovata", "pagina niet gevonden",
        "sidan hittades inte",
        "siden ble ikke funnet", "siden blev ikke fundet", "sivua ei löyt", "nie znaleziono strony",
        "strona nie istnieje",
        "stránka nenalezena", "страница не найдена", "сторінку не знайдено", "sayfa bulunamadı", "η σελίδα δεν βρέθηκε",
        "ページが見つかりません", "页面不存在", "找不到頁面", "找不到页面", "페이지를 찾을 수 없", "الصفحة غير موجودة",
    ];

    private static readonly string[] Walls =
    [
        "verify you are human", "verifying you are human", "are you a robot", "are you a human", "i'm not a robot",
        "just a moment...",
        "checking your browser", "checking if the site connection is secure",
        "enable javascript and cookies to continue",
        "please enable cookies", "unusual traffic", "complete the security check", "attention required!",
        "pardon our interruption",
        "before you continue to", "we value your privacy", "we and our partners", "accept all cookies",
        "wir und unsere partner",
        "mit werbung weiterlesen", "zustimmen und weiter", "nous et nos partenaires", "nosotros y nuestros socios",
        "noi e i nostri partner",
        "accepter et continuer", "log in to continue", "sign in to continue", "please log in", "please sign in",
        "you must be logged in",
        "bitte melden sie sich an", "connectez-vous pour", "inicia sesión para", "subscribe to continue",
        "subscribe to read",
        "subscribers only", "already a subscriber", "register to continue", "create a free account to continue",
        "jetzt weiterlesen", "réservé aux abonnés", "solo para suscriptores", "riservato agli abbonati",
        "alleen voor abonnees",
    ];

    public static string? FindError(ReadOnlySpan<char> title) => Find(Errors, title);

    public static string? FindWall(ReadOnlySpan<char> text) => Find(Walls, text);

    private static string? Find(string[] phrases, ReadOnlySpan<char> text)
    {
        foreach (string phrase in phrases)
        {
            if (text.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            {
                return phrase;
            }
        }

        return null;
    }
}
