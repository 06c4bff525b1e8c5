using System.Collections.Frozen;
using System.Collections.Immutable;

namespace NewsDiff.Dates;

/// <summary>The languages with known names of months and weekdays.</summary>
internal static class DateLanguages
{
    /// <summary>The languages in Latin script.</summary>
    public static readonly ImmutableArray<DateLanguage> Latin =
    [
        new(
            "en",
            "january jan,february feb febr,march mar,april apr,may,june jun,july jul,august aug,september sep sept,"
            + "october oct,november nov,december dec",
                "monday mon,tuesday tue tues,wednesday wed weds,thursday thu thur thurs,friday fri,saturday sat,"
                + "sunday sun"),
        new(
            "de",
            "januar jänner jan jän,februar feber feb febr,märz maerz mär mrz,april apr,mai,juni jun,juli jul,august "
            + "aug,september sep sept,oktober okt,"
                + "november nov,dezember dez",
                "montag mo,dienstag di,mittwoch mi,donnerstag do,freitag fr,samstag sonnabend sa,sonntag so"),
        new(
            "fr",
            "janvier janv jan,février fevrier févr fevr fév fev,mars,avril avr,mai,juin,juillet juil,août aout aoû,"
            + "septembre sept sep,octobre oct,novembre nov,"
                + "décembre decembre déc dec",
                "lundi lun,mardi mar,mercredi mer,jeudi jeu,vendredi ven,samedi sam,dimanche dim"),
        new(
            "es",
            "enero ene,febrero feb,marzo mar,abril abr,mayo may,junio jun,julio jul,agosto ago,septiembre setiembre "
            + "sept sep set,octubre oct,noviembre nov,"
                + "diciembre dic",
                "lunes lun,martes mar,miércoles miercoles mié mie,jueves jue,viernes vie,sábado sabado sáb sab,"
                + "domingo dom"),
        new(
            "pt",
            "janeiro jan,fevereiro fev,março marco mar,abril abr,maio mai,junho jun,julho jul,agosto ago,setembro "
            + "set,outubro out,novembro nov,dezembro dez",
                "segunda seg,terça terca ter,quarta qua,quinta qui,sexta sex,sábado sabado sáb sab,domingo dom"),
        new(
            "it",
            "gennaio gen,febbraio feb,marzo mar,aprile apr,maggio mag,giugno giu,luglio lug,agosto ago,settembre set "
            + "sett,ottobre ott,novembre nov,dicembre dic",
                "lunedì lunedi lun,martedì martedi mar,mercoledì mercoledi mer,giovedì giovedi gio,venerdì venerdi "
                + "ven,sabato sab,domenica dom"),
        new(
            "ca",
            "gener gen,febrer febr,març,abril abr,maig,juny,juliol jul,agost,setembre set,octubre oct,novembre nov,"
            + "desembre des",
                "dilluns dl,dimarts dt,dimecres dc,dijous dj,divendres dv,dissabte ds,diumenge dg"),
        new(
            "gl",
            "xaneiro xan,febreiro feb,marzo mar,abril abr,maio mai,xuño,xullo xul,agosto ago,setembro set,outubro "
            + "out,novembro nov,decembro dec",
                "luns lun,martes mar,mércores mér,xoves xov,venres ven,sábado sáb,domingo dom"),
        new(
            "eu",
            "urtarrila urtarrilaren,otsaila otsailaren,martxoa martxoaren,apirila apirilaren,maiatza maiatzaren,"
            + "ekaina ekainaren,uztaila uztailaren,"
                + "abuztua abuztuaren,iraila irailaren,urria urriaren,azaroa azaroaren,abendua abenduaren",
                "astelehena,asteartea,asteazkena,osteguna,ostirala,larunbata,igandea"),
        new(
            "ro mo",
            "ianuarie ian,februarie feb,martie mar,aprilie apr,mai,iunie iun,iulie iul,august aug,septembrie sept "
            + "sep,octombrie oct,noiembrie noi nov,decembrie dec",
                "luni lun,marți marţi marti mar,miercuri mie,joi,vineri vin,sâmbătă sambata sâm sam,duminică "
                + "duminica dum"),
        new(
            "nl",
            "januari jan,februari feb,maart mrt,april apr,mei,juni jun,juli jul,augustus aug,september sep sept,"
            + "oktober okt,november nov,december dec",
                "maandag ma,dinsdag di,woensdag wo,donderdag do,vrijdag vr,zaterdag za,zondag zo"),
        new(
            "af",
            "januarie jan,februarie feb,maart mrt,april apr,mei,junie jun,julie jul,augustus aug,september sep,"
            + "oktober okt,november nov,desember des",
                "maandag,dinsdag,woensdag,donderdag,vrydag,saterdag,sondag"),
        new(
            "sv",
            "januari jan,februari feb,mars mar,april apr,maj,juni jun,juli jul,augusti aug,september sep sept,"
            + "oktober okt,november nov,december dec",
                "måndag måndagen mån,tisdag tisdagen tis,onsdag onsdagen ons,torsdag torsdagen tors tor,fredag "
                + "fredagen fre,lördag lördagen lör,söndag söndagen sön"),
        new(
            "da",
            "januar jan,februar feb,marts mar,april apr,maj,juni jun,juli jul,august aug,september sep sept,oktober "
            + "okt,november nov,december dec",
                "mandag man,tirsdag tirs tir,onsdag ons,torsdag tors tor,fredag fre,lørdag lør,søndag søn"),
        new(
            "no nb nn",
            "januar jan,februar feb,mars mar,april apr,mai,juni jun,juli jul,august aug,september sep sept,oktober "
            + "okt,november nov,desember des",
                "mandag måndag man mån,tirsdag tysdag tirs tir tys,onsdag ons,torsdag tors tor,fredag fre,lørdag "
                + "laurdag lør lau,søndag sundag søn"),
        new(
            "is",
            "janúar jan,febrúar feb,mars mar,apríl apr,maí,júní jún,júlí júl,ágúst ágú,september sep sept,október "
            + "okt,nóvember nóv,desember des",
                "mánudagur mánudaginn mán,þriðjudagur þriðjudaginn þri,miðvikudagur miðvikudaginn mið,fimmtudagur "
                + "fimmtudaginn fim,föstudagur föstudaginn fös,"
                + "laugardagur laugardaginn lau,sunnudagur sunnudaginn sun"),
        new("fo", "januar,februar,mars,apríl,mai,juni,juli,august,september,oktober,november,desember", ""),
        new(
            "fi",
            "tammikuu tammikuuta tammi,helmikuu helmikuuta helmi,maaliskuu maaliskuuta maalis,huhtikuu huhtikuuta "
            + "huhti,toukokuu toukokuuta touko,"
                + "kesäkuu kesäkuuta kesä,heinäkuu heinäkuuta heinä,elokuu elokuuta elo,syyskuu syyskuuta syys,"
                + "lokakuu lokakuuta loka,marraskuu marraskuuta marras,"
                + "joulukuu joulukuuta joulu",
                "maanantai maanantaina ma,tiistai tiistaina ti,keskiviikko keskiviikkona ke,torstai torstaina to,"
                + "perjantai perjantaina pe,"
                + "lauantai lauantaina la,sunnuntai sunnuntaina su"),
        new(
            "et",
            "jaanuar jaan,veebruar veebr,märts,aprill apr,mai,juuni,juuli,august aug,september sept,oktoober okt,"
            + "november nov,detsember dets",
                "esmaspäev,teisipäev,kolmapäev,neljapäev,reede,laupäev,pühapäev"),
        new(
            "lv",
            "janvāris janvārī,februāris februārī,marts martā,aprīlis aprīlī,maijs maijā,jūnijs jūnijā,jūlijs jūlijā,"
            + "augusts augustā,septembris septembrī,"
                + "oktobris oktobrī,novembris novembrī,decembris decembrī",
                "pirmdiena,otrdiena,trešdiena,ceturtdiena,piektdiena,sestdiena,svētdiena"),
        new(
            "lt",
            "sausio sausis,vasario vasaris,kovo kovas,balandžio balandis,gegužės gegužė,birželio birželis,liepos "
            + "liepa,rugpjūčio rugpjūtis,rugsėjo rugsėjis,"
                + "spalio spalis,lapkričio lapkritis,gruodžio gruodis",
                "pirmadienis,antradienis,trečiadienis,ketvirtadienis,penktadienis,šeštadienis,sekmadienis"),
        new(
            "pl",
            "stycznia styczeń sty,lutego luty lut,marca marzec mar,kwietnia kwiecień kwi,maja maj,czerwca czerwiec "
            + "cze,lipca lipiec lip,sierpnia sierpień sie,"
                + "września wrzesień wrz,października październik paź,listopada listopad lis,grudnia grudzień gru",
                "poniedziałek pon pn,wtorek wt,środa śr śro,czwartek czw czwa,piątek pt pią,sobota sob,niedziela "
                + "niedz nd"),
        new(
            "cs",
            "ledna leden,února únor úno,března březen bře,dubna duben dub,května květen kvě,června červen čvn,"
            + "července červenec čvc,srpna srpen srp,"
                + "září zář,října říjen říj,listopadu listopad lis,prosince prosinec",
                "pondělí po,úterý út,středa st,čtvrtek čt,pátek pá,sobota so,neděle ne"),
        new(
            "sk",
            "januára január jan,februára február feb,marca marec mar,apríla apríl apr,mája máj,júna jún,júla júl,"
            + "augusta august aug,septembra september sep,"
                + "októbra október okt,novembra november nov,decembra december dec",
                "pondelok po,utorok ut,streda st,štvrtok št,piatok pi,sobota so,nedeľa ne"),
        new(
            "hu",
            "január január jan,február febr feb,március márc már,április ápr,május máj,június jún,július júl,"
            + "augusztus aug,szeptember szept szep,október okt,"
                + "november nov,december dec", "hétfő,kedd,szerda,csütörtök,péntek,szombat,vasárnap"),
        new(
            "sl",
            "januarja januar jan,februarja februar feb,marca marec mar,aprila april apr,maja maj,junija junij jun,"
            + "julija julij jul,avgusta avgust avg,"
                + "septembra september sep,oktobra oktober okt,novembra november nov,decembra december dec",
                "ponedeljek pon,torek tor,sreda sre,četrtek čet,petek pet,sobota sob,nedelja ned"),
        new(
            "hr bs",
            "siječnja siječanj sij,veljače veljača velj,ožujka ožujak ožu,travnja travanj,svibnja svibanj svi,lipnja "
            + "lipanj lip,srpnja srpanj srp,"
                + "kolovoza kolovoz,rujna rujan ruj,listopada listopad lis,studenoga studenog studeni stu,prosinca "
                + "prosinac",
                "ponedjeljak pon,utorak uto,srijeda sri,četvrtak čet,petak pet,subota sub,nedjelja ned"),
        new(
            "sr bs sh",
            "januar januara jan,februar februara feb,mart marta mar,april aprila apr,maj maja,jun juna juni,jul jula "
            + "juli,avgust avgusta avg august augusta,"
                + "septembar septembra sep,oktobar oktobra okt,novembar novembra nov,decembar decembra dec",
                "ponedeljak ponedjeljak pon,utorak uto,sreda srijeda sre,četvrtak čet,petak pet,subota sub,nedelja "
                + "nedjelja ned"),
        new(
            "tr",
            "ocak oca,şubat şub,mart mar,nisan nis,mayıs may,haziran haz,temmuz tem,ağustos ağu,eylül eyl,ekim eki,"
            + "kasım kas,aralık ara",
                "pazartesi pzt,salı sal,çarşamba çar,perşembe per,cuma cum,cumartesi cmt,pazar paz"),
        new("az", "yanvar,fevral,mart,aprel,may,iyun,iyul,avqust,sentyabr,oktyabr,noyabr,dekabr",
            "bazar_ertəsi,çərşənbə_axşamı,çərşənbə,cümə_axşamı,cümə,şənbə,bazar"),
        new("uz", "yanvar,fevral,mart,aprel,may,iyun,iyul,avgust,sentabr sentyabr,oktabr oktyabr,noyabr,dekabr", ""),
        new(
            "sq",
            "janar jan,shkurt,mars mar,prill,maj,qershor,korrik,gusht,shtator,tetor,nëntor,dhjetor",
            "hënë,martë mar,mërkurë,enjte,premte,shtunë,diel"),
        new(
            "cy",
            "ionawr ion,chwefror chwef,mawrth maw,ebrill ebr,mai,mehefin meh,gorffennaf gorff,awst,medi,hydref hyd,"
            + "tachwedd tach,rhagfyr rhag",
                "llun,mawrth maw,mercher mer,iau,gwener gwe,sadwrn sad,sul"),
        new(
            "id",
            "januari jan,februari feb,maret mar,april apr,mei,juni jun,juli jul,agustus agu agt,september sep,"
            + "oktober okt,november nov nop,desember des",
                "senin sen,selasa sel,rabu rab,kamis kam,jumat jum,sabtu sab,minggu min"),
        new(
            "ms",
            "januari jan,februari feb,mac,april apr,mei,jun,julai,ogos ogo,september sep,oktober okt,november nov,"
            + "disember dis",
                "isnin isn,selasa sel,rabu rab,khamis kha,jumaat jum,sabtu sab,ahad ahd"),
        new(
            "tl fil",
            "enero ene,pebrero peb,marso,abril abr,mayo,hunyo hun,hulyo hul,agosto ago,setyembre set,oktubre okt,"
            + "nobyembre nob,disyembre dis",
                "lunes lun,martes mar,miyerkules miy,huwebes huw,biyernes biy,sabado sab,linggo lin"),
        new(
            "sw",
            "januari jan,februari feb,machi mac,aprili apr,mei,juni jun,julai jul,agosti ago,septemba sep,oktoba okt,"
            + "novemba nov,desemba des",
                "jumatatu,jumanne,jumatano,alhamisi,ijumaa,jumamosi,jumapili"),
        new(
            "vi",
            "tháng_một,tháng_hai,tháng_ba,tháng_tư,tháng_năm,tháng_sáu,tháng_bảy,tháng_tám,tháng_chín,tháng_mười,"
            + "tháng_mười_một,tháng_mười_hai",
                "thứ_hai,thứ_ba,thứ_tư,thứ_năm,thứ_sáu,thứ_bảy,chủ_nhật"),
    ];

    /// <summary>All languages.</summary>
    public static ImmutableArray<DateLanguage> All { get; } = [.. Latin, .. DateLanguagesOfOtherScripts.All];

    private static readonly FrozenSet<string> Codes =
        All.SelectMany(static language => language.Codes.Split(' ')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a language is known, or not stated.</summary>
    /// <param name="code">The code, or null.</param>
    public static bool Knows(string? code) => code is null || Codes.Contains(code);
}
