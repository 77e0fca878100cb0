"""Nobody is told to have said the opposite of their words: a text a row, by rules and reader."""

from __future__ import annotations

import pytest

from claims.extraction import extract
from claims.model import Document, Stance

A, C, D = Stance.ALLEGES, Stance.CONFIRMS, Stance.DENIES
N, S = Stance.NEITHER, Stance.DOUBTS
Told = set[tuple[str, Stance, str]]


def told(text: str) -> Told:
    found = extract(Document(text=text))
    claims = {claim.id: claim.text for claim in found.claims}
    return {(f.party.removeprefix("The "), f.stance, claims[f.claim]) for f in found.findings}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # who calls others' word false holds to their own
        ("The health ministry said the vaccine was safe and that claims to the contrary were "
         "false.", {("health ministry", A, "The vaccine was safe.")}),
        # of what several admit and deny in one breath each is told
        ("Lumo's lawyers admit that an offer was made but deny it came with a gag clause.",
         {("Lumo", C, "An offer was made."), ("Lumo", D, "It came with a gag clause.")}),
        # but who says otherwise, or nothing to the contrary, speaks of others' word
        ("The mayor said Karl Orr stole the boat. Police say otherwise.",
         {("mayor", A, "Karl Orr stole the boat."), ("Police", D, "Karl Orr stole the boat.")}),
        ("The mayor said the dam had been sold. \"To the contrary,\" Ada Lund said, \"we have "
         "never sold it.\"", {("mayor", A, "The dam had been sold."),
                              ("Ada Lund", D, "The dam had been sold.")}),
        # what is fake is told first, and then denied
        ("Her lawyers said the photographs were fake. Prosecutors disputed that.",
         {("Her lawyers", A, "The photographs were fake."),
          ("Prosecutors", D, "The photographs were fake.")}),
        # who is charged denies the charge, whatever else the story turns on, and in words of theirs
        ("Drugmaker Velora denied on Thursday that its painkiller Tramil had caused the deaths of "
         "six patients. The Nurses' Federation said six people had died after being given Tramil. "
         "Jonas Brill, an opposition lawmaker, accused the health ministry of hiding the figures. "
         "A spokeswoman for the ministry rejected the accusation.",
         {("Velora", D, "Velora's painkiller Tramil had caused the deaths of six patients."),
          ("Nurses' Federation", A,
           "Velora's painkiller Tramil had caused the deaths of six patients."),
          ("Jonas Brill", A, "The health ministry hid the figures."),
          ("the ministry", D, "The health ministry hid the figures.")}),
        # who confirms that it came down does not confirm who shot it down
        ("The rebel Northern Front said it had shot down a military helicopter. The army confirmed "
         "that a helicopter had crashed.",
         {("Northern Front", A, "Northern Front had shot down a military helicopter."),
          ("army", C, "A helicopter had crashed.")}),
        # "that" is what was told last, whatever it is dismissed as
        ("The army confirmed that a helicopter had crashed. \"Our fighters brought it down with a "
         "missile,\" said Idris Amin, a spokesman for the Northern Front. The army dismissed that "
         "as propaganda.",
         {("army", C, "A helicopter had crashed."),
          ("Northern Front", A, "Northern Front's fighters brought it down with a missile."),
          ("army", D, "Northern Front's fighters brought it down with a missile.")}),
        # a resident who tells what he saw is not the colonel who spoke before
        ("Army spokesman Colonel Yusuf Haddad said five people had been killed. A resident of a "
         "nearby village, who gave his name only as Tarek, said he had seen smoke coming from the "
         "helicopter.",
         {("Army", A, "Five people had been killed."),
          ("A resident of a nearby village", A,
           "A resident of a nearby village had seen smoke coming from the helicopter.")}),
        # what the text itself says did not happen, nobody puts forward or denies
        ("The Front said it had shot down a helicopter. The Front has in the past claimed attacks "
         "that it did not carry out.", {("Front", A, "The Front had shot down a helicopter.")}),
        # who stands by a story tells it once more, and an agent speaks for a client whose name ends
        # in an "s", too
        ("StarWire reported on Monday that Tom Reyes had died. Reyes' agent denied it. StarWire "
         "said it stood by its story.",
         {("StarWire", A, "Tom Reyes had died."), ("Tom Reyes", D, "Tom Reyes had died.")}),
        # "the bank" is whose name says so, and no group of hackers; nor is the club two websites
        ("A hacker group calling itself Red Lamp said it had stolen the data of 40,000 customers "
         "of Norbank. The bank denied it. \"No customer data has left our systems,\" said its "
         "spokeswoman, Ida Holm.",
         {("Red Lamp", A, "Red Lamp had stolen the data of 40,000 customers of Norbank."),
          ("Norbank", D, "Red Lamp had stolen the data of 40,000 customers of Norbank.")}),
        ("Two websites reported that Omar Lind, the coach of Dalby FC, had been arrested in Malta. "
         "The club dismissed the claim as absurd.",
         {("Two websites", A, "Omar Lind, the coach of Dalby FC, had been arrested in Malta."),
          ("Dalby FC", D, "Omar Lind, the coach of Dalby FC, had been arrested in Malta.")}),
        # when somebody tells it is no claim
        ("Singer Ada Lund has left the band, the Orsk Herald reported on Tuesday, hours before she "
         "was due to appear in Oslo.", {("Orsk Herald", A, "Ada Lund left the band.")}),
        ("The mayor said the dam was safe. The water company said it would not comment while an "
         "investigation was under way.",
         {("mayor", A, "The dam was safe."), ("water company", Stance.DECLINES,
                                              "The dam was safe.")}),
        # who says "that was not true" denies what was told last
        ("Ruth Abara said that the mayor had ordered the gates opened. Tim Oakes denied it. He "
         "said the gates open by themselves when the water reaches a certain level. An engineer "
         "who worked at the dam until 2019 said that was not true.",
         {("Ruth Abara", A, "The mayor had ordered the gates opened."),
          ("Tim Oakes", D, "The mayor had ordered the gates opened."),
          ("Tim Oakes", A, "The gates open by themselves when the water reaches a certain level."),
          ("An engineer", D,
           "The gates open by themselves when the water reaches a certain level.")}),
        # the coach's accusation is what he charged, however long ago
        ("Mara Velez has failed a doping test, the broadcaster ARW reported. Her coach, Luis "
         "Prado, accused ARW of trying to ruin her career. He said the sample belonged to another "
         "runner. The Oslo organisers said she was free to compete. ARW rejected the coach's "
         "accusation.",
         {("ARW", A, "Mara Velez has failed a doping test."),
          ("Luis Prado", A, "ARW was trying to ruin Mara Velez's career."),
          ("Luis Prado", A, "The sample belonged to another runner."),
          ("Oslo organisers", A, "Mara Velez was free to compete."),
          ("ARW", D, "ARW was trying to ruin Mara Velez's career.")}),
        # the clip is fake, and not the shark; who says there are none says so, too
        ("A clip that claims to show a shark in a flooded street in Port Ellis is fake, the city's "
         "emergency office said. \"There are no sharks in our streets,\" said Maria Costa, a "
         "spokeswoman for the office.",
         {("city's emergency office", A,
           "A clip that claims to show a shark in a flooded street in Port Ellis is fake."),
          ("Maria Costa", A,
           "A clip that claims to show a shark in a flooded street in Port Ellis is fake.")}),
        # the shadows were not made with a computer
        ("Image analyst Peter Holm said the shadows in the video did not match. He said it was "
         "made with a computer.",
         {("Peter Holm", D, "The shadows in the video matched."),
          ("Peter Holm", A, "It was made with a computer.")}),
        # "that" in what somebody says is what was told last
        ("The hospital said the boy had been treated with chemotherapy. The boy's story claims "
         "that doctors had given up on him. \"That is simply not true,\" said Dr Helena Storm, who "
         "treated him.",
         {("hospital", A, "The boy had been treated with chemotherapy."),
          ("boy's story", A, "Doctors had given up on him."),
          ("Helena Storm", D, "Doctors had given up on him.")}),
        # teas pay nobody
        ("Health officials said herbal teas could not cure leukaemia. A former employee said it "
         "had paid the mother 2,000 euros.",
         {("Health officials", A, "Herbal teas could not cure leukaemia."),
          ("A former employee", A, "It had paid the mother 2,000 euros.")}),
        # how sure somebody is, and what they call for, is no claim
        ("Green Watch said it was \"certain\" that the slick was oil. \"Let them explain it to a "
         "judge,\" said its director, Anna Reuter.", {("Green Watch", A, "The slick was oil.")}),
        # who says "that was a lie" denies the last word, and tells the rest
        ("Opposition websites claimed that three girls had died. Kadri said that was a lie and "
         "that all but five had been sent home.",
         {("Opposition websites", A, "Three girls had died."),
          ("Kadri", D, "Three girls had died."), ("Kadri", A, "All but five had been sent home.")}),
        # "any such order" is the order told of before
        ("A doctor told the BBC that staff had been ordered not to talk to journalists. He said "
         "blood samples had been sent abroad.\n\nThe ministry denied giving any such order.",
         {("A doctor", A, "Staff had been ordered not to talk to journalists."),
          ("A doctor", A, "Blood samples had been sent abroad."),
          ("ministry", D, "Staff had been ordered not to talk to journalists.")}),
        # a minister speaks for no airline, and an owner not for what is theirs
        ("The Courier reported that Skylark had offered 1.2 billion euros for Halden Airways. "
         "Halden said that was \"pure invention\". The transport minister, Ole Brandt, would not "
         "say whether the government had been informed. Last month Brandt told parliament that the "
         "state would not sell its stake; on Friday he said that \"all options\" were open.",
         {("Courier", A, "Skylark had offered 1.2 billion euros for Halden Airways."),
          ("Halden Airways", D, "Skylark had offered 1.2 billion euros for Halden Airways."),
          ("Ole Brandt", N, "The government had been informed."),
          ("Ole Brandt", A, "The state would not sell its stake.")}),
        ("The Courier reported that Skylark had bid for Halden. Its rival, Kellmark Airways, "
         "denied it. Skylark's owner, Corvus, said it was true.",
         {("Courier", A, "Skylark had bid for Halden."),
          ("Kellmark Airways", D, "Skylark had bid for Halden."),
          ("Corvus", C, "Skylark had bid for Halden.")}),
        # what the text says of a claim is none of it
        ("A teacher at one of the schools said one of her pupils was in a coma, a claim that could "
         "not be verified.",
         {("A teacher at one of the schools", A, "One of her pupils was in a coma.")}),
        # "the reports" are those of the newspapers that just reported it
        ("Relatives of Ek said the man in the picture was not him. Two newspapers reported that "
         "500,000 dollars had already been paid. Defence Minister Lena Ost called the reports "
         "\"nonsense\".",
         {("Relatives of Ek", D, "The man in the picture was him."),
          ("Two newspapers", A, "500,000 dollars had already been paid."),
          ("Lena Ost", D, "500,000 dollars had already been paid.")}),
        # who would claim a painting wants it
        ("Adria said it would claim the painting if it proved to be real.",
         {("Adria", A, "Adria would claim the painting if it proved to be real.")}),
        # who confirms nothing denies nothing, whatever they say besides
        ("A newspaper said the fish was to blame. The ministry of health said it had not found the "
         "cause and would neither confirm nor deny that the fish was to blame.",
         {("A newspaper", A, "The fish was to blame."),
          ("ministry of health", N, "The fish was to blame.")}),
        # why there is none is not denied
        ("The mayor said the city would release the video. The chief said there was no video, "
         "because the cameras had been switched off.",
         {("mayor", A, "The city would release the video."),
          ("chief", D, "The city would release the video.")}),
        # who tells what a man did is not he
        ("The police chief, Ravi Anand, said the man had pointed a gun at two officers. The "
         "family's lawyer, Eva Stroem, said he had been holding a phone.",
         {("police", A, "The man had pointed a gun at two officers."),
          ("family", A, "He had been holding a phone.")}),
        # his agent speaks for him whose brother spoke before, and not for the brother
        ("Paul Renner has died, the website Starbuzz reported. His brother said he had spoken to "
         "Renner that morning. His agent denied the report.",
         {("Starbuzz", A, "Paul Renner has died."),
          ("Paul Renner's brother", A, "He had spoken to Paul Renner that morning."),
          ("Paul Renner", D, "Paul Renner has died.")}),
        # who calls "that accusation" outrageous denies the last one
        ("The mayor said the city would release the video. Anand said there was none. Stroem said "
         "the cameras had been switched off on purpose. The union called that accusation "
         "outrageous.",
         {("mayor", A, "The city would release the video."),
          ("Anand", D, "The city would release the video."),
          ("Stroem", A, "The cameras had been switched off on purpose."),
          ("union", D, "The cameras had been switched off on purpose.")}),
        # a spokesman for the rebels speaks for no government
        ("Tarn denied that the plane had carried weapons. A spokesman for the rebels said the "
         "group had never received arms from abroad.",
         {("Tarn", D, "The plane had carried weapons."),
          ("the rebels", D, "The plane had carried weapons.")}),
        # who says that a denial is false tells what was denied
        ("Red Lamp claimed it had copied passwords from the bank. Whitlock apologised and said no "
         "passwords had been taken. Red Lamp said that was a lie.",
         {("Red Lamp", A, "Red Lamp had copied passwords from the bank."),
          ("Whitlock", D, "Passwords had been taken."),
          ("Red Lamp", A, "Passwords had been taken.")}),
        ("Orr said Lind had sent arms. Lind said no arms had been sent. Orr said that was false.",
         {("Orr", A, "Lind had sent arms."), ("Lind", D, "Lind had sent arms.")}),
        # so does who denies or disputes "that", of what another said was not so
        ("A guard said the doors were never locked. The warden denied this.",
         {("A guard", D, "The doors were locked."), ("warden", A, "The doors were locked.")}),
        ("Kelso said it did not dump waste in the river. Greenpeace disputed that.",
         {("Kelso", D, "Kelso dumped waste in the river."),
          ("Greenpeace", A, "Kelso dumped waste in the river.")}),
        ("The minister denied that the army had used gas. The rebels denied his account.",
         {("minister", D, "The army had used gas."),
          ("rebels", A, "The army had used gas.")}),
        # but not who denies, too, what was said
        ("Marsh denied that she took the money. Reed denied this.",
         {("Marsh", D, "Marsh took the money."), ("Reed", D, "Marsh took the money.")}),
        ("The rebels said the army had used gas. The minister said it had not. The president also "
         "denied this.",
         {("rebels", A, "The army had used gas."),
          ("minister", D, "The army had used gas."),
          ("president", D, "The army had used gas.")}),
        # but who says so of what somebody told denies that
        ("Orr said arms were sent. Lind said that was a lie.",
         {("Orr", A, "Arms were sent."), ("Lind", D, "Arms were sent.")}),
        # who corrects a report says besides why it was wrong
        ("South Valia's president denied that her government was planning to call up reservists, "
         "as the station TV9 had reported. The station, TV9, later corrected its report, saying it "
         "had misread a document.",
         {("South Valia", D,
           "South Valia's president's government was planning to call up reservists."),
          ("TV9", A, "South Valia's president's government was planning to call up reservists."),
          ("TV9", A, "TV9 had misread a document.")}),
        # whom somebody told has not said it
        ("\"Not a single tank has left its base,\" the North's ambassador, Kim Tol, told the "
         "United Nations.", {("North", D, "A single tank left its base.")}),
        # what others told is contrary to what follows
        ("Contrary to reports in Russian media, the bridge has not been destroyed, the governor "
         "wrote on Telegram.", {("Russian media", A, "The bridge has been destroyed."),
                                ("the governor", D, "The bridge has been destroyed.")}),
        ("Contrary to what the Courier reported, no meeting was planned for Monday, a spokesman "
         "for the mayor said.", {("Courier", A, "A meeting was planned for Monday."),
                             ("the mayor", D, "A meeting was planned for Monday.")}),
        ("Contrary to what has been reported, Karl Orr is not leaving, his agent said.",
         {("unattributed", A, "Karl Orr is leaving."), ("Karl Orr", D, "Karl Orr is leaving.")}),
        ("Despite what Senator Moran claimed, the dam is safe, the ministry said.",
         {("the ministry", A, "The dam is safe.")}),
        # that nobody was hurt denies no storm, and what nobody knows is denied by nobody
        ("A storm hit Leith on Sunday, the mayor said. There were no injuries, police said.",
         {("the mayor", A, "A storm hit Leith on Sunday."), ("police", D, "There were injuries.")}),
        ("A storm hit Leith on Sunday, the mayor said. No one was killed, police said.",
         {("the mayor", A, "A storm hit Leith on Sunday."), ("police", D, "Someone was killed.")}),
        ("The fire started on Monday. Company executives said nobody was hurt.",
         {("Company executives", D, "Somebody was hurt.")}),
        ("A cargo ship ran aground off Cape Horn on Tuesday, the coast guard said. No oil has "
         "leaked from the vessel, its owner, Norvest Shipping, said.",
         {("coast guard", A, "A cargo ship ran aground off Cape Horn."),
          ("Norvest Shipping", D, "Oil has leaked from the vessel.")}),
        ("An earthquake struck off the coast of Peru on Friday, the geological survey said. There "
         "was no tsunami warning and there were no reports of damage, the navy said.",
         {("the geological survey", A, "An earthquake struck off the coast of Peru."),
          ("the navy", D, "There was a tsunami warning or there were reports of damage.")}),
        ("A small plane crashed on Sunday, killing the pilot. The cause of the crash is not known, "
         "investigators said.", {("investigators", A, "The cause of the crash is not known.")}),
        # nor is it denied that she was arrested where she will not resign
        ("Ada Orr was arrested on suspicion of theft. Her lawyer said she would not resign.",
         {("unattributed", A, "Ada Orr was arrested on suspicion of theft."),
          ("Ada Orr", D, "Ada Orr would resign.")}),
        # two deny two things
        ("A fire broke out at a paper mill on Monday, the fire brigade said. The blaze did not "
         "spread to nearby homes, its chief, Tove Lind, said. A neighbour said the alarm had not "
         "gone off.", {("fire brigade", A, "A fire broke out at a paper mill on Monday."),
                       ("fire brigade", D, "The blaze spread to nearby homes."),
                       ("A neighbour", D, "The alarm had gone off.")}),
        # nobody declines to comment on what they say themselves
        ("The company said it had not known that the pills were unsafe. Former employees said "
         "managers had been told in 2019. A spokesman said the company would not comment on claims "
         "by former staff.",
         {("company", A, "The company had not known that the pills were unsafe."),
          ("Former employees", A, "Managers had been told in 2019."),
          ("company", Stance.DECLINES, "Managers had been told in 2019.")}),
        # a judge has no lawyer, whose word confirms nothing
        ("A court in Graz jailed a former banker for fraud on Monday. The judge said the banker "
         "had shown no remorse. His lawyer said the verdict was unjust.",
         {("judge", A, "The banker had shown no remorse."),
          ("His lawyer", A, "The verdict was unjust.")}),
        # who sends no weapons did not supply the drones
        ("Iran has supplied drones to Sudan's army, three Western officials told Reuters. Tehran "
         "says it sends no weapons to any side.",
         {("three Western officials", A, "Iran has supplied drones to Sudan's army."),
          ("Tehran", D, "Iran has supplied drones to Sudan's army.")}),
        # who knows nothing of it does not say what others show
        ("The Kremlin said on Friday it knew nothing about a visit by a Russian envoy to Caracas. "
         "Venezuelan state television had shown the envoy with the defence minister.",
         {("Kremlin", A, "The Kremlin knew nothing about a visit by a Russian envoy to Caracas."),
          ("Venezuelan state television", A, "Venezuelan state television had shown the envoy with "
           "the defence minister.")}),
        # rival figures are two claims, whoever verifies neither
        ("The opposition candidate said he had won with 67 percent of the vote. The electoral "
         "council said the president had won with 51 percent.",
         {("opposition candidate", A, "He had won with 67 percent of the vote."),
          ("electoral council", A, "The president had won with 51 percent.")}),
        # who is sure that it was not does not doubt it, nor speak of another's rocket
        ("Israel said a rocket fired by Islamic Jihad had fallen short. Islamic Jihad denied it. "
         "US intelligence said it had high confidence that Israel was not responsible.",
         {("Israel", A, "A rocket fired by Islamic Jihad had fallen short."),
          ("Islamic Jihad", D, "A rocket fired by Islamic Jihad had fallen short."),
          ("US intelligence", D, "Israel was responsible.")}),
        # a bank's word is not the customer's, and who rejects the result rejects the last one
        ("The bank closed Nils Farr's accounts because of his views, Farr said. The bank said his "
         "balance had been too low. A document obtained by Farr named his views.",
         {("Nils Farr", A, "The bank closed Nils Farr's accounts because of his views."),
          ("bank", A, "Nils Farr's balance had been too low.")}),
        ("Wolves killed 40 sheep near Trento, farmers said. DNA tests pointed to dogs, the forest "
         "service said. The farmers' association rejected the result.",
         {("farmers", A, "Wolves killed 40 sheep near Trento."),
          ("forest service", A, "DNA tests pointed to dogs."),
          ("farmers' association", D, "DNA tests pointed to dogs.")}),
        # but that there is no link denies what was told, and violence is reported by nobody
        ("Vaccination causes infertility, a post shared 40,000 times says. Doctors say there is no "
         "link.", {("a post shared 40,000 times", A, "Vaccination causes infertility."),
                   ("Doctors", D, "Vaccination causes infertility.")}),
        ("Farmers blocked roads around Lyon on Monday. Police reported no violence.",
         {("Police", D, "There is violence.")}),
        ("His deputy said she knew nothing of the meetings.",
         {("His deputy", A, "She knew nothing of the meetings.")}),
        # who speaks for the studio, or owns the quarry, is nobody told of before
        ("Actor Leon Marsh has been cast as the next Bond, the Sun reported. A spokesman for the "
         "studio said no decision had been made.",
         {("Sun", A, "Leon Marsh has been cast as the next Bond."),
          ("the studio", D, "A decision had been made.")}),
        ("Two teenagers drowned in a quarry near Halden on Sunday, rescuers said. Signs warned "
         "against swimming, the quarry's owner said.",
         {("rescuers", A, "Two teenagers drowned in a quarry near Halden on Sunday."),
          ("the quarry's owner", A, "Signs warned against swimming.")}),
        # reports are denied, and not what was done over them; nor did the governor do it
        ("The singer left the band after reports that he had hit a fan. He denied the reports.",
         {("unattributed", A, "He had hit a fan."), ("singer", D, "He had hit a fan.")}),
        ("An aide to the governor resigned on Monday over claims that he had groped two interns. "
         "He denies the claims.", {("unattributed", A, "He had groped two interns."),
                                ("An aide to the governor", D, "He had groped two interns.")}),
        # what is heard is a blast, and no news
        ("Villagers said they heard a large blast just before midnight and reported a burning "
         "smell.", {("Villagers", A, "Villagers heard a large blast just before midnight.")}),
        # nor are all targets hit where most drones were shot down, and neither said so
        ("Peru's air force said it shot down 18 of 20 drones launched by Chile overnight. Chile's "
         "defence ministry said all targets had been hit. Neither claim could be independently "
         "verified.",
         {("Chile's defence ministry", A, "All targets had been hit."),
          ("Peru's air force", A,
           "Peru's air force shot down 18 of 20 drones launched by Chile overnight.")}),
        ("Peru's air force said it shot down 18 drones launched by Chile. The governor of Tacna "
         "said a school had been damaged, but Chilean officials denied aiming at civilians.",
         {("Peru's air force", A, "Peru's air force shot down 18 drones launched by Chile."),
          ("governor of Tacna", A, "A school had been damaged."),
          ("Chilean officials", D, "Chilean officials aimed at civilians.")}),
        # who lied did not do what he says, and says so of the last that he told
        ("Karl Orr told a committee that he learned of the spill in March. Opposition MPs say he "
         "lied.", {("Karl Orr", A, "Karl Orr learned of the spill in March."),
                   ("Opposition MPs", D, "Karl Orr learned of the spill in March.")}),
        # whose allegation is false has not denied it
        ("Kobe Today reported that Karl Orr paid the man. Orr told the Leith Post that Kobe "
         "Today's allegation is \"false.\"", {("Kobe Today", A, "Karl Orr paid the man."),
                                      ("Karl Orr", D, "Karl Orr paid the man.")}),
        # at home, or gone; hurt, or dead
        ("The Kobe Times reported that the mayor had resigned. An aide to the mayor said he was "
         "resting at home.", {("Kobe Times", A, "The mayor had resigned."),
                              ("An aide to the mayor", A, "The mayor was resting at home.")}),
        ("A source said that Karl Orr is badly injured. Rumours had said that Orr was killed in "
         "Leith.", {("A source", A, "Karl Orr is badly injured."),
                    ("unattributed", A, "Karl Orr was killed in Leith.")}),
        # two died, or fourteen
        ("A doctor at the hospital said at least 14 children had died since Sunday. The health "
         "ministry acknowledged that two children had died.",
         {("A doctor at the hospital", A, "At least 14 children had died since Sunday."),
          ("health ministry", C, "Two children had died.")}),
        # who denies one thing, hours after another was said, denies no more than that
        ("Peru's army denied that its aircraft had entered Chilean airspace, hours after Chile "
         "said strikes had killed 46 people.",
         {("Peru's army", D, "Peru's army's aircraft had entered Chilean airspace."),
          ("Chile", A, "Strikes had killed 46 people.")}),
        # what a rumour tells is not that it is untrue
        ("A rumor that the bridge would close for a year is not true, county officials said "
         "Friday.", {("county officials", D, "The bridge would close for a year."),
                     ("unattributed", A, "The bridge would close for a year.")}),
        # of whom "claims of fraud" are, they do not say; and what is only named is denied, too
        ("The minister rejected opposition claims of fraud in the vote.",
         {("minister", D, "There was fraud in the vote.")}),
        ("The army denied media reports of dozens of deaths.",
         {("army", D, "There were dozens of deaths.")}),
        ("Lima rejected claims of abuses by its soldiers.",
         {("Lima", D, "There were abuses by Lima's soldiers.")}),
        # an offer or an appeal that is rejected is not denied
        ("The fire began in a shed, police said. Lima rejected an offer of talks.",
         {("police", A, "The fire began in a shed.")}),
        ("The fire began in a shed, police said. His appeal was rejected by the court.",
         {("police", A, "The fire began in a shed.")}),
        # who "rejected that" rejects what was just said
        ("Volkswagen said it would close two plants. The union IG Metall said workers had been "
         "given no notice. Volkswagen's chief executive, Karl Orr, rejected that.",
         {("Volkswagen", A, "Volkswagen would close two plants."),
          ("IG Metall", A, "Workers had been given no notice."),
          ("Volkswagen", D, "Workers had been given no notice.")}),
        # a leak that is denied is told of by its name
        ("Kellmark's spokesman, Karl Orr, denied a leak.",
         {("Kellmark", D, "There was a leak.")}),
        ("Orlov's firm dismissed Kellmark's allegation that it had stolen the plans.",
         {("Orlov's firm", D, "Orlov's firm had stolen the plans."),
          ("Kellmark", A, "Orlov's firm had stolen the plans.")}),
        # who is found dead finds nothing, and rejects no rumour
        ("Orsk police said that a student found dead in the harbour had drowned, rejecting online "
         "rumours that he had been beaten in custody.",
         {("Orsk police", A, "A student found dead in the harbour had drowned."),
          ("Orsk police", D, "He had been beaten in custody.")}),
        # what is not tested yet is left open; and whom an agency cites says what it told
        ("The council says the water is safe to drink. The state agency said it had not yet tested "
         "the water.", {("council", A, "The water is safe to drink."),
                        ("state agency", N, "The water is safe to drink.")}),
        ("The Kremlin dismissed a Bloomberg report that Orlov was ready to talk. The agency had "
         "cited three aides.", {("Bloomberg", A, "Orlov was ready to talk."),
                                ("Kremlin", D, "Orlov was ready to talk.")}),
        # one who denies calls the claim false, and nobody else does
        ("Hamas denied Orr was hit, calling the claim \"false\". The ministry said 71 people were "
         "killed.", {("Hamas", D, "Orr was hit."),
                     ("ministry", A, "71 people were killed.")}),
        # what an analyst notes is not what disputes it
        ("The airline's chief executive said the carrier had enough cash to last until 2026, "
         "disputing an analyst's note that it would run out by spring.",
         {("airline's chief executive", A, "The carrier had enough cash to last until 2026."),
          ("an analyst", A, "It would run out by spring.")}),
        # and "that assessment" is the last, of one of the missiles
        ("Japan said the missiles fell outside its waters. A U.S. official said one of the "
         "missiles had failed. Seoul disputed that assessment.",
         {("Japan", A, "The missiles fell outside its waters."),
          ("U.S. official", A, "One of the missiles had failed."),
          ("Seoul", D, "One of the missiles had failed.")}),
        # who keeps no data denies nothing
        ("The health secretary said that no patient had died because of the strike. NHS England "
         "said it did not collect such data.",
         {("health secretary", D, "A patient had died because of the strike."),
          ("NHS England", N, "A patient had died because of the strike.")}),
        # what he says he did ends where the sentence goes on
        ("A Chinese scientist who says he created a clone has defended his work, but colleagues "
         "doubt his account.", {("A Chinese scientist", A, "A Chinese scientist created a clone."),
                                ("colleagues", S, "A Chinese scientist created a clone.")}),
        ("Lawyers for Karl Orr filed a motion calling the indictment \"a political hit job\".",
         {("Karl Orr", A, "The indictment is a political hit job.")}),
        # what is under review is left open
        ("The BBC reported that officers threw migrants overboard. The government spokesman said "
         "the allegations were under review.",
         {("BBC", A, "Officers threw migrants overboard."),
          ("government", N, "Officers threw migrants overboard.")}),
        # a museum is "it", and its statue the museum's; what it calls an attack is one
        ("The museum denied that its statue was stolen.",
         {("museum", D, "The museum's statue was stolen.")}),
        ("The drugmaker denied that its pills were unsafe.",
         {("drugmaker", D, "The drugmaker's pills were unsafe.")}),
        ("The union said 11 children were killed in what it called a deliberate attack.",
         {("union", A, "11 children were killed in a deliberate attack.")}),
        # that it is looked into confirms nothing of it
        ("A whistleblower alleged that the insurer told staff to reject claims. The state's "
         "attorney general confirmed an investigation.",
         {("whistleblower", A, "The insurer told staff to reject claims."),
          ("state's attorney general", C, "There is an investigation.")}),
        # nor does who calls a raid legitimate deny what it hit
        ("The rebels said the strike hit a bus carrying children. Colonel Karl Orr called the raid "
         "\"legitimate\".", {("rebels", A, "The strike hit a bus carrying children.")}),
        # what the union says besides is not what it disputes
        ("The rail operator said a signalling error was the likely cause. The union disputes this, "
         "saying the signals were tested days before.",
         {("rail operator", A, "A signalling error was the likely cause."),
          ("union", D, "A signalling error was the likely cause."),
          ("union", A, "The signals were tested days before.")}),
        # who maintains something confirms nothing; and he is no soldiers
        ("Campaigners said prosecutors had ignored documents. The former employee maintains the "
         "documents are genuine.",
         {("Campaigners", A, "Prosecutors had ignored documents."),
          ("former employee", A, "The documents are genuine.")}),
        ("The army denied that soldiers had fired on the crowd, but a medic at the scene said he "
         "treated four people with gunshot wounds.",
         {("army", D, "Soldiers had fired on the crowd."),
          ("a medic at the scene", A, "He treated four people with gunshot wounds.")}),
        # who is wrong to claim something claims it
        ("Google said an employee, Karl Orr, was wrong to claim that its chatbot was sentient.",
         {("Google", D, "Its chatbot was sentient."),
          ("Karl Orr", A, "Its chatbot was sentient.")}),
        # what the company said at 5 p.m. is not the paper's, nor the union's
        ("Images reviewed by the Times showed smoke at 5 p.m. The company said two people were "
         "injured; a union leader said at least nine were in hospital.",
         {("Times", A, "Images reviewed by the Times showed smoke at 5 p.m."),
          ("company", A, "Two people were injured."),
          ("a union leader", A, "At least nine were in hospital.")}),
        # what is called something is that
        ("The minister called the attack a crime.", {("minister", A, "The attack is a crime.")}),
        # what is impossible is doubted
        ("Iran admits that it shot down the plane. The head of Peru's civil aviation authority, "
         "Karl Orr, said it was scientifically impossible for a missile to have hit the Boeing.",
         {("Iran", C, "Iran shot down the plane."),
          ("Peru's civil aviation authority", S, "A missile had hit the Boeing.")}),
        # two who tell rival things of one ship
        ("Officials in Lima said the ship had been carrying grain, while Quito insisted that it "
         "had been carrying weapons.",
         {("Officials in Lima", A, "The ship had been carrying grain."),
          ("Quito", A, "The ship had been carrying weapons.")}),
        # what it would be wrong to say is denied
        ("The minister said it would be wrong to suggest that the government had lied.",
         {("minister", D, "The government had lied.")}),
        ("It is incorrect to say that the dam was sold, the ministry said.",
         {("the ministry", D, "The dam was sold.")}),
        # a plea tells what was done, or was not
        ("Prosecutors say Karl Orr stole the painting. He has pleaded not guilty to theft.",
         {("Prosecutors", A, "Karl Orr stole the painting."),
          ("Karl Orr", D, "Karl Orr stole the painting.")}),
        ("Karl Orr pleaded not guilty to stealing the painting.",
         {("Karl Orr", D, "Karl Orr stole the painting.")}),
        # to whom nothing of the sort is laid
        ("Red Dawn claimed responsibility for the attack in Orsk.",
         {("Red Dawn", A, "Red Dawn was responsible for the attack in Orsk.")}),
        ("No group has claimed responsibility for the attack in Orsk on Monday.", set()),
        # what does not correspond to reality is denied, and so is what is far from the truth
        ("The Kremlin said reports that the general had been arrested did not correspond to "
         "reality.", {("Kremlin", D, "The general had been arrested.")}),
        ("\"That couldn't be further from the truth,\" the actor said of reports that he had left "
         "the show.", {("the actor", D, "The actor had left the show."),
                       ("unattributed", A, "The actor had left the show.")}),
        # what is asked is what is answered, and who asks it tells nothing
        ("Asked if the drone had been shot down, the minister said: \"No comment.\"",
         {("the minister", Stance.DECLINES, "The drone had been shot down.")}),
        ("Asked by reporters if he had taken money, Karl Orr said: \"Absolutely not.\"",
         {("Karl Orr", D, "Karl Orr had taken money.")}),
        ("Asked whether the leader was ill, a spokesman said he was \"fit and well\".",
         {("a spokesman", A, "He was fit and well.")}),
        ("A reporter asked the minister whether the dam had burst. \"I won't comment on that,\" he "
         "said.", set()),
        # who heard others' talk, or knows of their claims, does not tell it
        ("Durex has heard talk that it launched a pumpkin condom. \"We have heard talk that we "
         "launched a pumpkin condom. We can't claim this one,\" the firm tweeted.",
         {("Durex", D, "Durex launched a pumpkin condom.")}),
        ("Police said they were aware of claims on social media that the mayor had fled.",
         {("Police", A, "Police were aware of claims on social media that the mayor had fled.")}),
        ("\"But I do know that a delay of three seconds is long,\" lawyer Lena Blum told KZNA.",
         {("Lena Blum", A, "A delay of three seconds is long.")}),
        # a report "that said it had", where somebody says that it never did
        ("Kellmark says it never dumped waste in the lake, despite a report that said it had.",
         {("Kellmark", D, "Kellmark dumped waste in the lake."),
          ("a report", A, "Kellmark dumped waste in the lake.")}),
        # what is a hoax is what others tell further on
        ("\"The arrest is a hoax,\" Jo Brook, a publicist, told the Daily. A website had "
         "said that the artist was arrested in London.",
         {("Jo Brook", D, "The artist was arrested in London."),
          ("A website", A, "The artist was arrested in London.")}),
        # who is quoted is named, though only reports say so
        ("Rebel leader Abu Sheko had reportedly announced in a video: \"I took your girls.\"",
         {("Abu Sheko", A, "Abu Sheko took your girls.")}),
        # what turned out to be false was no false report
        ("Reports of gunfire at the mall turned out to be false, police said. Officers found that "
         "a balloon had popped.", {("unattributed", A, "There is gunfire at the mall."),
                                   ("police", D, "There is gunfire at the mall.")}),
        # who was misquoted does not deny that, nor who knows of no theft a theft
        ("The senator's office later said he had been misquoted. It did not say what he had "
         "meant.", {("senator's office", A, "The senator had been misquoted.")}),
        ("The bishop said he had no knowledge of the abuse at the time, but three former priests "
         "contradicted him.", set()),
        # two reasons are two claims
        ("The hospital says the nurse was dismissed for misconduct. She says she was fired for "
         "speaking out.", {("hospital", A, "The nurse was dismissed for misconduct."),
                           ("the nurse", A, "She was fired for speaking out.")}),
        # of whom it is told what was done to them did not do it
        ("A video posted by the group on Telegram appears to show the captured soldiers. The "
         "defence ministry said it was checking the footage.",
         {("unattributed", A, "A video posted by the group on Telegram shows the captured "
                              "soldiers."),
          ("defence ministry", A, "The defence ministry was checking the footage.")}),
        # her agent is not she
        ("The actress's representative told People magazine that she is not pregnant. \"Those "
         "reports are completely made up,\" the rep added.",
         {("actress", D, "The actress is pregnant.")}),
        # who has no comment on speculation tells nothing, and nobody is the Palace
        ("A senior aide to the prime minister, who spoke on condition of anonymity, said the deal "
         "was dead. Downing Street declined to comment on what it called speculation.", set()),
        # allegations of which somebody says what they are
        ("Norvest's information minister Karl Orr said allegations that its troops had crossed "
         "into Lissan were \"an inflammatory fabrication\".",
         {("Norvest", D, "Norvest's troops had crossed into Lissan.")}),
        # who denies that it was damaged does not deny that it is intact
        ("The army denied that the depot had been damaged. A spokesman for Lima said the depot was "
         "intact.", {("army", D, "The depot had been damaged."),
                     ("Lima", A, "The depot was intact.")}),
        # who repeats a claim that has been debunked does not deny it
        ("The claim that the dam water causes fever has been debunked repeatedly. Senator Karl Orr "
         "nonetheless repeated it on Tuesday.",
         {("unattributed", A, "The dam water causes fever.")}),
        # a president does not speak for the ministry of another country
        ("The clinic was hit by a Norvest rocket, Lissan's health ministry said. Telland President "
         "Karl Orr said the blast appeared to have been an accident.",
         {("Lissan's health ministry", A, "The clinic was hit by a Norvest rocket."),
          ("Karl Orr", A, "The blast appeared to have been an accident.")}),
        # that an e-mail is not replied to is no claim
        ("Kellmark had shared the data, Ada Orr said. Lima's embassy did not reply to emails.",
         {("Ada Orr", A, "Kellmark had shared the data."),
          ("Lima's embassy", Stance.NO_RESPONSE, "Kellmark had shared the data.")}),
        # jets are shot down, and a claim of it is not
        ("Lima said it shot down two Norvest drones, a claim that Norvest has not confirmed.",
         {("Lima", A, "Lima shot down two Norvest drones."),
          ("Norvest", Stance.NEITHER, "Lima shot down two Norvest drones.")}),
        # who is disputed behind a semicolon denies nothing
        ("Ada Orr, a former stewardess, alleged that Kellmark had hidden the leak; the ferry firm "
         "has repeatedly disputed her account.",
         {("Ada Orr", A, "Kellmark had hidden the leak."),
          ("ferry firm", D, "Kellmark had hidden the leak.")}),
        # a man's solicitor is not the police, and did none of it
        ("Orsk police have arrested a banker over the lost funds. His solicitor said he denies any "
         "wrongdoing and is helping the detectives.",
         {("His solicitor", D, "He was involved in wrongdoing.")}),
        # who says that a forgery is genuine, or is not, and no longer speaks for the ministry
        ("The clip is a forgery, the Harbour Ministry said. Former ministry spokesman Karl Orr, "
         "who shared the clip, insisted it was genuine.",
         {("Harbour Ministry", A, "The clip is a forgery."),
          ("Karl Orr", D, "The clip is a forgery.")}),
        ("The letter is fake, the bank said. Karl Orr, who published it, confirmed it was not "
         "genuine.", {("the bank", A, "The letter is fake."),
                      ("Karl Orr", A, "The letter is fake.")}),
        ("The letter is fake, the bank said. Police said it was real.",
         {("the bank", A, "The letter is fake."), ("Police", D, "The letter is fake.")}),
        # who calls the memo a fake does not deny that it is one
        ("The supposed leaked memo is fake, the bank said on Friday. It added that it had reported "
         "the matter to police.",
         {("the bank", A, "The leaked memo is fake."),
          ("the bank", A, "The bank had reported the matter to police.")}),
        # what is unrelated was not made by it
        ("Nasa scientist Don Yeo says the asteroid and the crater are unrelated. A government "
         "committee in Managua had earlier said that the crater was made by a piece of it.",
         {("Don Yeo", D, "The crater was made by a piece of it."),
          ("A government committee in Managua", A, "The crater was made by a piece of it.")}),
        # who has not retracted it denies nothing, and who suspects somebody doubts nothing
        ("A mother in Perth says her son found a needle in a strawberry. Growers suspect a "
         "disgruntled worker.",
         {("A mother in Perth", A, "Her son found a needle in a strawberry.")}),
        # they who are well are told of, and do not tell it
        ("Red Dawn has not said whether it holds the girls, but a man who claims to be its "
         "secretary told KZNA that they were \"in good health\".",
         {("Red Dawn", Stance.NEITHER, "Red Dawn holds the girls."),
          ("Red Dawn", A, "They were in good health.")}),
        # a name is not put before what the text calls somebody
        ("A website claimed on Tuesday that actor Rob Lane had died in a car crash. His publicist "
         "told us the star is \"alive and well and filming in Spain\".",
         {("A website", A, "Actor Rob Lane had died in a car crash."),
          ("Rob Lane", A, "The star is alive and well and filming in Spain.")}),
        ("Rumours that the singer Mina had secretly married spread on Twitter. Mina herself shot "
         "them down with a single word: \"Nope.\"",
         {("unattributed", A, "The singer Mina had secretly married."),
          ("Mina", D, "The singer Mina had secretly married.")}),
        # what is probably genuine is no doubt, and who tells it is told by their whole words
        ("A handwriting expert hired by the paper said the letter was probably genuine.",
         {("A handwriting expert hired by the paper", A, "The letter was probably genuine.")}),
        ("Rebels in the east say government jets bombed a school, killing nine. The government "
         "denies carrying out any strikes in the area.",
         {("Rebels in the east", A, "Government jets bombed a school."),
          ("government", D, "The government carried out strikes in the area.")}),
        # a father may tell of his boy
        ("The boy's father says he was beaten by guards. A prison official told the court that "
         "the boy had fallen down stairs.",
         {("boy's father", A, "The boy was beaten by guards."),
          ("A prison official", A, "The boy had fallen down stairs.")}),
        # who has had no complaints does not deny that, and rumours began somewhere
        ("The woman said a man in a clown mask had chased her son. Police say they have had no "
         "other complaints and believe the boy made it up.",
         {("woman", A, "A man in a clown mask had chased her son."),
          ("Police", A, "Police have had no other complaints.")}),
        ("Rumours that the dictator had died began on Chinese social media.",
         {("unattributed", A, "The dictator had died.")}),
        ("The claim that the minister had been drinking was first made by the blogger Ned Hale. "
         "Mr Hale has since deleted his post and apologised.",
         {("unattributed", A, "The minister had been drinking.")}),
        # no inquiry tells what those close to it do
        ("Sources close to the investigation tell KTLA that the suspect had a criminal record for "
         "theft.", {("Sources close to the investigation", A,
                     "The suspect had a criminal record for theft.")}),
        # two who speak at either side of a semicolon
        ("Five people were killed, the mayor told local radio; a hospital spokeswoman put the "
         "figure at eight.", {("the mayor", A, "Five people were killed.")}),
        # a captain is not the airline
        ("A Ryanair captain, writing under a pseudonym, claims pilots are pressed to fly with "
         "little fuel. The airline, which has sued two newspapers over the allegation, says every "
         "flight carries at least the legal minimum.",
         {("A Ryanair captain", A, "Pilots are pressed to fly with little fuel."),
          ("airline", A, "Every flight carries at least the legal minimum.")}),
        # what two tell without a word in common, though a third denies it
        ("Witnesses described seeing a bright light before the explosion. The army said it was a "
         "gas leak. \"That's nonsense,\" said Luis Vega, who lives nearby.",
         {("Witnesses", A, "Witnesses saw a bright light before the explosion."),
          ("army", A, "It was a gas leak."), ("Luis Vega", D, "It was a gas leak.")}),
        # what stands behind a semicolon is the text's own
        ("Amnesty International said at least 40 people had been killed; the government put the "
         "toll at 12.", {("Amnesty International", A, "At least 40 people had been killed."),
                         ("the government", A, "The toll was 12.")}),
    ],
)  # fmt: skip
def test_what_is_told(text: str, wanted: Told) -> None:
    assert told(text) == wanted


def test_each_of_two_who_tell_something_else_is_heard() -> None:
    text = (
        "Two U.S. officials said the strike killed four people, but the Syrian state news agency "
        "said that eleven civilians had died."
    )
    assert {party for party, _, _ in told(text)} == {
        "Two U.S. officials",
        "Syrian state news agency",
    }


GAZA = """The Orsk army said it had killed a rebel commander in an airstrike on Lissa. The rebels \
denied that the commander was dead.

Two Lissan officials, speaking on condition of anonymity, said he had been wounded but was alive."""
LEADER = """Norland's leader has been seen in public for the first time in three weeks, state \
media said on Sunday, after rumours that he was gravely ill.

Telland officials had cast doubt on the rumours.

President John Roe declined to say whether he had known of the leader's condition.

KZNA, citing an envoy, had reported that the leader was in grave danger after surgery. The Daily \
Herald, a website run mostly by exiles, said he had undergone a heart operation on April 12."""
GALLERY = """Police in Orsk have said a man arrested over the theft of a painting has been released.

The gallery, which had initially claimed that the painting was insured, admitted on Wednesday \
that it was not."""
BOARD = """The head of Kellmark, Ada Lund, resigned on Friday. Its biggest shareholder, the \
pension fund Norvest, said it had confidence in the board.

Environment Minister Karl Berg said the ministry would look into the spill."""


AIRLINE = """The airline said the plane had landed safely after one of its engines failed.

A spokesman for the airline denied there had been a fire."""


@pytest.mark.parametrize(
    ("text", "party", "stance", "claim"),  # how the claim ends
    [
        # who says that he lives does not say that he was killed
        (GAZA, "Two Lissan officials", A, "He had been wounded but was alive."),
        # nor do rumours say what is told against them
        (LEADER, "unattributed", A, "gravely ill."),
        (LEADER, "Telland officials", Stance.DOUBTS, "gravely ill."),
        # a leader told of since is not the president who is named
        (LEADER, "Daily Herald", A, "He had undergone a heart operation on April 12."),
        # "it was not" is on what it leaves out
        (GALLERY, "gallery", D, "The painting was insured."),
        # who "declined to be named" told something all the same
        (
            'The army sent two planes, the Herald said. "We had no planes in the sky that day," an '
            "army officer, who declined to be named, said.",
            "army officer",
            D,
            "The army sent two planes.",
        ),
        # no other's name is put into "the ministry"
        (BOARD, "Karl Berg", A, "The ministry would look into the spill."),
    ],
)
def test_what_one_of_several_tells(text: str, party: str, stance: Stance, claim: str) -> None:
    found = {(taken, words) for who, taken, words in told(text) if who == party}
    assert stance in {taken for taken, _ in found}
    assert all(words.endswith(claim) for _, words in found), found


def test_a_denial_is_told_by_a_word_of_its_own() -> None:
    assert ("airline", D, "There had been a fire.") in told(AIRLINE)


def test_engineers_are_not_it() -> None:
    text = "The minister said the dam would hold. Engineers have warned that it could fail."
    assert not any("Engineers" in claim for _, _, claim in told(text))
