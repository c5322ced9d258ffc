using Responsables.App.Submissions;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;
using Responsables.Web.Submissions;

namespace Responsables.Web.Tests.Submissions;

public sealed class RowEditsTests
{
    private static readonly CellKey Women = new("sexe=femmes");
    private static readonly CellKey Men = new("sexe=hommes");

    private static readonly Variable Staff = new(
        new("effectif"), "Effectif", null, VariableType.Integer, "personnes", Addition.Sum, null, TimeAddition.EndOfYear, 0, null, false, [],
        [new Breakdown("sexe", "Sexe", true, false, [new("femmes", "Femmes"), new("hommes", "Hommes")])], BreakdownLayout.Marginal, true);

    [Fact]
    public void Nothing_changed_makes_no_edit()
    {
        var shown = Shown((CellKey.Total, Given(1, "1200", "Un mot")), (Women, new ShownAnswer(1, AnswerState.NotApplicable, null, null)));
        Assert.Empty(Edits(shown, RowValues.Of(Staff, shown)));
    }

    [Fact]
    public void A_change_carries_what_was_shown()
    {
        var shown = Shown((CellKey.Total, Given(3, "12", null)), (Women, Given(1, "7", null)));
        var edit = Assert.Single(Edits(shown, Values(AnswerState.Given, "", (CellKey.Total, "13"), (Women, "7"))));
        Assert.Equal(new AnswerEdit(Staff.Code, CellKey.Total, AnswerState.Given, "13", null, Given(3, "12", null)), edit);
    }

    [Fact]
    public void Unavailable_is_said_of_every_cell_with_its_reason()
    {
        var edits = Edits(Shown(), Values(AnswerState.Unavailable, "En attente"));
        Assert.Equal(3, edits.Count);
        Assert.All(edits, e => Assert.Equal((AnswerState.Unavailable, "En attente"), (e.State, e.Comment)));
    }

    [Fact]
    public void Known_again_empties_the_cells_and_their_reason()
    {
        var unavailable = new ShownAnswer(1, AnswerState.Unavailable, null, "En attente");
        var edits = Edits(Shown((CellKey.Total, unavailable), (Women, unavailable), (Men, unavailable)), Values(AnswerState.Given, "", (CellKey.Total, "5")));
        Assert.Equal([AnswerState.Given, AnswerState.Missing, AnswerState.Missing], edits.Select(e => e.State));
        Assert.All(edits, e => Assert.Null(e.Comment));
    }

    [Fact]
    public void A_value_beside_sans_objet_is_a_contradiction() =>
        Assert.Equal("submissions.value-with-state", new RowEdits(Staff, Shown(), Values(AnswerState.NotApplicable, "", (Men, "2"))).Contradiction?.Code);

    [Fact]
    public void What_a_row_showed_comes_back_as_it_left()
    {
        var shown = Shown((CellKey.Total, Given(4, "12", "« été »\nligne")), (Men, new ShownAnswer(2, AnswerState.Missing, null, null)));
        var back = ShownRow.Decode(shown.Encode());
        Assert.Equal((shown[CellKey.Total], shown[Men], shown[Women]), (back[CellKey.Total], back[Men], back[Women]));
    }

    private static ShownAnswer Given(int version, string value, string? comment) => new(version, AnswerState.Given, value, comment);

    private static ShownRow Shown(params (CellKey Cell, ShownAnswer Base)[] places) =>
        ShownRow.Decode("").With(places.Select(p => KeyValuePair.Create(p.Cell, p.Base)));

    private static RowValues Values(AnswerState state, string comment, params (CellKey Cell, string Text)[] texts) =>
        new(state, texts.ToDictionary(t => t.Cell, t => t.Text), comment);

    private static List<AnswerEdit> Edits(ShownRow shown, RowValues values) => [.. new RowEdits(Staff, shown, values).All()];
}
