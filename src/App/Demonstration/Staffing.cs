namespace Responsables.App.Demonstration;

/// <summary>Staff, square metres and sites: what everything else is in proportion to.</summary>
internal static class Staffing
{
    private const decimal YearlyChange = -0.004m;
    private const decimal YearlyArea = -0.008m;
    private const decimal PermanentShare = 0.945m;
    private const decimal OverFiftyShare = 0.36m;
    private const decimal PartTimeShare = 0.17m;
    private const decimal FullTimePerHead = 0.915m;
    private const decimal StaffPerSite = 62;

    public static void Write(Draft draft)
    {
        var (body, draw, year) = (draft.Body, draft.Draw, draft.Year);
        var staff = decimal.Round(body.Staff2022 * (1 + (draft.Elapsed * YearlyChange)) * draw.Around(1, 0.015m, "effectif", year));
        var women = draw.Around(body.Network.Women, 0.05m, "femmes") + draw.Around(0, 0.004m, "femmes", year);
        draft.Parts("effectif_physique_3112", "sexe", staff, ("femmes", women), ("hommes", 1 - women));
        var others = body.Network.Others;
        var executives = draw.Around(body.Network.Executives, 0.04m, "cadres") + (0.004m * draft.Elapsed);
        var directors = Math.Max(3, decimal.Round(4 + (staff * 0.005m)));
        var otherStaff = decimal.Floor(staff * others);
        var middle = decimal.Floor(staff * executives);
        Categories(draft, "effectif_physique_3112", staff - directors - otherStaff - middle, middle, directors, otherStaff);

        var permanent = decimal.Round(staff * draw.Around(PermanentShare, 0.02m, "cdi", year));
        draft.Parts("effectif_cdi_3112", "sexe", permanent, ("femmes", women + 0.005m), ("hommes", 1 - women - 0.005m));
        draft.Number("effectif_cdi_3112", "population=50-ans-et-plus", decimal.Round(permanent * draw.Around(OverFiftyShare, 0.05m, "50-ans")));
        draft.Number("effectif_cdi_3112", "population=temps-partiel", decimal.Round(permanent * draw.Around(PartTimeShare, 0.05m, "partiel")));
        draft.Number("etp_moyen", decimal.Round(staff * draw.Around(FullTimePerHead, 0.015m, "etp", year), 1));

        var sites = Math.Max(1, decimal.Round(body.Staff2022 / StaffPerSite * draw.Around(1, 0.35m, "sites")));
        var closed = sites > 4 && draw.Happens(0.45m, "site-ferme") ? FirstClosing(draw) : int.MaxValue;
        draft.Number("nb_sites", sites - (year >= closed ? 1 : 0));
        var area = body.Staff2022 * body.Network.SquareMetres * draw.Around(1, 0.16m, "surface") * (1 + (draft.Elapsed * YearlyArea));
        draft.Number("surface_m2", decimal.Round(area * (year >= closed ? 1 - (0.6m / sites) : 1)));
    }

    private static int FirstClosing(Draw draw) => Draft.ReferenceYear + 1 + (int)(draw.Unit("annee-fermeture") * 3);

    private static void Categories(Draft draft, string variable, decimal employees, decimal executives, decimal directors, decimal others)
    {
        draft.Number(variable, "categorie_socioprofessionnelle=employes", employees);
        draft.Number(variable, "categorie_socioprofessionnelle=cadres", executives);
        draft.Number(variable, "categorie_socioprofessionnelle=agents-de-direction", directors);
        draft.Number(variable, "categorie_socioprofessionnelle=autres", others);
    }
}
