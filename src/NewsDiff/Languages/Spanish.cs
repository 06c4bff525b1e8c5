namespace NewsDiff.Languages;

/// <summary>The words of Spanish.</summary>
internal static class Spanish
{
    public static readonly Language Words = new()
    {
        Codes = "es",
        CommonWords =
            "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha "
            + "me sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta "
            + "desde está han porque qué solo",
        Months =
            "enero ene,febrero feb,marzo mar,abril abr,mayo may,junio jun,julio jul,agosto ago,"
            + "septiembre setiembre sept sep set,octubre oct,noviembre nov,diciembre dic",
        Weekdays =
            "lunes lun,martes mar,miércoles miercoles mié mie,jueves jue,viernes vie,sábado sabado sáb sab,"
            + "domingo dom",
        Morning = "mañana",
        Small = "madrugada",
        Midday = "mediodía",
        Afternoon = "tarde",
        Night = "noche",
        DateParticles = "de del la a ro año mes",
        ClockWords = "hs a las la por el y",
        HalfParticles = "de la del por a hs",
        UpdateLabels = ["actualizad"],
        PublishLabels = ["publicado", "publicada"],
        BylineOpenings = ["por", "autor", "autora", "texto", "escrito por"],
        ReviewOpenings = ["revisado por", "editado por", "verificado por", "traducido por", "con la colaboración de"],
        NameJoints = [" y "],
        NotNames = ["por", "redacción", "agencias", "agencia"],
        Occupations = ["redactor", "redactora", "periodista", "corresponsal"],
        AuthorNames = "autor",
        AuthorFolders = "autor autores firma firmas periodista",
        AdvertNames = "publicidad",
        PictureLabels = "foto fotos fotografía imagen",
        Labels = ["publicidad", "compartir"],
        TranscriptLabels = ["transcripción"],
        CorrectionLabels =
        [
            "Corrección", "Fe de errores", "Fe de erratas", "Rectificación", "Aclaración", "Nota del editor",
            "Nota de la redacción",
        ],
        CorrectionSentences =
        [
            "Una versión anterior de est", "Una versión previa de est", "Este artículo ha sido corregido",
            "Este artículo fue corregido", "En una versión anterior de est", "En una versión previa de est",
        ],
        CommentWords = "comentar comentario",
        ErrorTitles = ["página no encontrada"],
        WallPhrases = ["nosotros y nuestros socios", "inicia sesión para", "solo para suscriptores"],
        UpdateNotices = ["Actualización", "Actualizado"],
        NoticePhrases =
        [
            "versión anterior de este", "versión anterior de esta", "corregido después de su publicación",
            "corregida después de su publicación",
        ],
        Negations = "no nunca jamás nada nadie ningún ninguno ninguna ni tampoco",
        OtherCompounds = "no_solo no_sólo",
        HedgeWords =
            "puede podría podrían quizá quizás tal_vez probablemente posiblemente presunto presunta "
            + "presuntos supuesto supuesta aparentemente supuestamente presuntamente habría habrían parece "
            + "confirmado confirmada casi aproximadamente",
        AbsenceWords = "sin",
        ApproximationWords = "unos",
        SayingWords =
            "dijo dice dijeron afirmó declaró según aseguró explicó señaló indicó anunció añadió informó "
            + "sostuvo manifestó portavoz fuentes",
        QuotingWords =
            "llamó llama calificó pregunta preguntó escribió escribe respondió añadió añade pidió "
            + "denunció prometió lamentó subrayó recordó concluyó agregó comentó",
        NumberWords =
            "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
            + "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento cientos mil "
            + "miles millón millones mitad medio doble tercio cuarto docena decena",
        Abbreviations =
            "sr sra sres sras srta dr dra prof d dña gral cnel cap lic ing st sto sta núm n art pág págs "
            + "vol cf p.ej ej aprox av avda tel ee.uu ene feb abr jun jul ago sept oct nov dic",
    };
}
