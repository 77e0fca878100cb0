"""On what an answer is: what was put forward right before it, or a thing that it names itself.

Each passage tells more than one thing; the answer is on one of them, on something that nobody
told before, or on none. Every finding of each passage stands here.
"""

import pytest

from tests.claims.extraction.told import tell


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The port authority said that cranes would be replaced in spring. Dockers say "
            "that crews have been cut. The port's director, Ida Moll, ruled out a strike "
            "fund.",
            [
                ("port authority", "alleges", "Cranes would be replaced in spring."),
                ("Dockers", "alleges", "Crews have been cut."),
                ("port", "denies", "There will be a strike fund."),
            ],
        ),
        (
            "The council said that the lido at Brend would close in May. Swimmers said that "
            "lockers had been stolen. The council ruled out any redundancies.",
            [
                ("The council", "alleges", "The lido at Brend would close in May."),
                ("Swimmers", "alleges", "Lockers had been stolen."),
                ("The council", "denies", "There will be redundancies."),
            ],
        ),
        (
            "A tram hit a van at Osk on Sunday, police said. The van's driver said the light "
            "was green. The tram firm denied rumours of sabotage.",
            [
                ("police", "alleges", "A tram hit a van at Osk on Sunday."),
                ("The van's driver", "alleges", "The light was green."),
                ("tram firm", "denies", "There was sabotage."),
            ],
        ),
        (
            "Officials said the dam at Kar held after the quake. Villagers said water had "
            "entered their homes. The governor told reporters that reports of a landslide "
            "were unfounded.",
            [
                ("Officials", "alleges", "The dam at Kar held after the quake."),
                ("Villagers", "alleges", "Water had entered their homes."),
                ("The governor", "denies", "There was a landslide."),
            ],
        ),
        (
            "The army said it had killed 20 fighters at Dol. The rebels said only farmers "
            "died. The UN said it could not confirm reports of a massacre.",
            [
                ("The army", "alleges", "The army had killed 20 fighters at Dol."),
                ("The rebels", "alleges", "Only farmers died."),
                ("UN", "neither_confirms_nor_denies", "There was a massacre."),
            ],
        ),
        (
            "A blast killed two people at the depot, police said. Neighbours said they had "
            "smelled gas. Police ruled out a bomb.",
            [
                ("police", "alleges", "A blast killed two people at the depot."),
                ("Neighbours", "alleges", "Neighbours had smelled gas."),
                ("Police", "denies", "There was a bomb."),
            ],
        ),
        (
            "The coast guard said a trawler sank off Mell. Relatives said the crew had no "
            "radio. The owner dismissed reports of a collision as speculation.",
            [
                ("The coast guard", "alleges", "A trawler sank off Mell."),
                ("Relatives", "denies", "The crew had a radio."),
                ("The owner", "denies", "There was a collision."),
            ],
        ),
        (
            "Kell Foods will buy Orr Farms, the Post reported. Kell Foods denied a takeover.",
            [
                ("Post", "alleges", "Kell Foods will buy Orr Farms."),
                ("Kell Foods", "denies", "Kell Foods will buy Orr Farms."),
            ],
        ),
        (
            "A nurse says the clinic lost her son's file. The clinic denied negligence.",
            [
                ("A nurse", "alleges", "The clinic lost her son's file."),
                ("The clinic", "denies", "The clinic lost her son's file."),
            ],
        ),
        (
            "The paper said the mayor took cash from a builder. The mayor denied any wrongdoing.",
            [
                ("The paper", "alleges", "The mayor took cash from a builder."),
                ("The mayor", "denies", "The mayor took cash from a builder."),
            ],
        ),
        (
            "The chairman said that profits had fallen. He told staff that press reports of a "
            "sale to Orr Group were false. Orr Group said it did not comment on rumours.",
            [
                ("The chairman", "alleges", "Profits had fallen."),
                ("The chairman", "denies", "There was a sale to Orr Group."),
                ("Orr Group", "neither_confirms_nor_denies", "There was a sale to Orr Group."),
            ],
        ),
        (
            "Rescuers say the ferry broke up in a storm.\n"
            "A sect said that one of its members had cursed the ship. Police were sceptical "
            "of the claim.",
            [
                ("Rescuers", "alleges", "The ferry broke up in a storm."),
                ("A sect", "alleges", "One of its members cursed the ship."),
                ("Police", "doubts", "One of its members cursed the ship."),
            ],
        ),
        (
            "Detectives say that Pim Holt poisoned the well. The well's owner, Ruth Adler, "
            "told reporters that the poison had been put there by the council.\n"
            "The council called that accusation shameful.",
            [
                ("Detectives", "alleges", "Pim Holt poisoned the well."),
                ("Ruth Adler", "alleges", "The poison had been put there by the council."),
                ("The council", "denies", "The poison had been put there by the council."),
            ],
        ),
        (
            "A website says that councillor Jane Marsh was paid by a builder. Her rival, Tom "
            "Hale, declined to comment on who had set up the website.",
            [
                ("A website", "alleges", "Councillor Jane Marsh was paid by a builder."),
            ],
        ),
        (
            "Rebels said the army had attacked the bridge at Dorn. The army said two soldiers "
            "were hurt. The UN could not say who had attacked the bridge.",
            [
                ("Rebels", "alleges", "The army had attacked the bridge at Dorn."),
                ("The army", "alleges", "Two soldiers were hurt."),
                ("UN", "neither_confirms_nor_denies", "The army had attacked the bridge at Dorn."),
            ],
        ),
        (
            "The Star said that Ed Vale had left the party. Vale refused to comment when "
            "approached at his home.",
            [
                ("Star", "alleges", "Ed Vale had left the party."),
                ("Ed Vale", "declines_to_comment", "Ed Vale had left the party."),
            ],
        ),
        (
            "The coach said that training would go on. The club's owner said it was "
            "cooperating with the league and would make no further comment.",
            [
                ("The coach", "alleges", "Training would go on."),
            ],
        ),
        (
            "Militants released a video that they said showed three captured nurses. "
            "Austria's foreign ministry said it was aware of the video but could not confirm "
            "its authenticity.",
            [
                ("Militants", "alleges", "A video showed three captured nurses."),
                (
                    "Austria's foreign ministry",
                    "neither_confirms_nor_denies",
                    "A video showed three captured nurses.",
                ),
            ],
        ),
        (
            'Rebels say that the army has shelled Dara since Wednesday. "Not a single shell '
            'has been fired by our guns," said General Omar Haddad. Residents contradicted '
            "the general.",
            [
                ("Rebels", "alleges", "The army has shelled Dara since Wednesday."),
                ("Omar Haddad", "denies", "A shell has been fired by their guns."),
            ],
        ),
        (
            'The Herald says the singer Ana Poll is selling her ranch. "She is not selling it '
            'because there is nothing to sell," her agent, Lia Moss, said.',
            [
                ("Herald", "alleges", "The singer Ana Poll is selling her ranch."),
                ("Ana Poll", "denies", "The singer Ana Poll is selling her ranch."),
            ],
        ),
        (
            "The clinic treated 86 people for fever, officials said. The minister, Ivo "
            "Petkov, denied that clerks had been told not to count the dead.",
            [
                ("officials", "alleges", "The clinic treated 86 people for fever."),
                ("Ivo Petkov", "denies", "Clerks had been told not to count the dead."),
            ],
        ),
        (
            "Lima's airline has denied that it sold seats on flights that did not exist.\n"
            '"These allegations do not reflect the truth," said the airline\'s spokesman, Pol '
            "Arun.",
            [
                (
                    "Lima's airline",
                    "denies",
                    "Lima's airline sold seats on flights that did not exist.",
                ),
                (
                    "Lima's airline",
                    "denies",
                    "Lima's airline sold seats on flights that did not exist.",
                ),
            ],
        ),
        (
            "The judges rejected the defence's argument that the police had hidden a witness. "
            "The prosecutor said that no such witness was ever found.",
            [
                ("The judges", "denies", "The police had hidden a witness."),
                ("the defence", "alleges", "The police had hidden a witness."),
                ("The prosecutor", "denies", "The police had hidden a witness."),
            ],
        ),
        (
            "The minister denied that clerks had been told not to count the sick, as a "
            "nurses' union has alleged.",
            [
                ("The minister", "denies", "Clerks had been told not to count the sick."),
                ("a nurses' union", "alleges", "Clerks had been told not to count the sick."),
            ],
        ),
        (
            'Mayor Ann Poll said on Monday that 30 migrants had been beaten at the port. "At '
            'least 30 migrants were beaten," Poll told Radio One. "I have spoken to the '
            "doctors,\" Poll said. The coast guard rejected Poll's claim.",
            [
                ("Ann Poll", "alleges", "30 migrants had been beaten at the port."),
                ("Ann Poll", "alleges", "30 migrants had been beaten at the port."),
                ("Ann Poll", "alleges", "Ann Poll has spoken to the doctors."),
                ("coast guard", "denies", "30 migrants had been beaten at the port."),
            ],
        ),
        (
            "Mira Stanek, the opposition leader, said she had a list of 6,120 dead voters. "
            "The interior ministry said that the list was a forgery.",
            [
                ("Mira Stanek", "alleges", "Mira Stanek had a list of 6,120 dead voters."),
                ("interior ministry", "denies", "The list is genuine."),
            ],
        ),
        (
            "Petra Horn, the prime minister, said she had spoken by phone with the president "
            "of Gelan. Villagers said the shelling went on. The president's office would not "
            "say whether the call had taken place.",
            [
                (
                    "Petra Horn",
                    "alleges",
                    "Petra Horn had spoken by phone with the president of Gelan.",
                ),
                ("Villagers", "alleges", "The shelling went on."),
                (
                    "president's office",
                    "neither_confirms_nor_denies",
                    "Petra Horn had spoken by phone with the president of Gelan.",
                ),
            ],
        ),
        (
            "The ministry said the minister, Ivo Radan, was ill. A guest said that Russia had "
            "paid him. Radan denied that he had taken money from Moscow. The Russian "
            "embassy dismissed the allegation as a fantasy.",
            [
                ("The ministry", "alleges", "The minister, Ivo Radan, was ill."),
                ("A guest", "alleges", "Russia had paid Ivo Radan."),
                ("Ivo Radan", "denies", "Ivo Radan had taken money from Moscow."),
                ("Russian embassy", "denies", "Russia had paid Ivo Radan."),
            ],
        ),
        (
            '"He made no threat, and I was wrong to say that he did," the trade minister, '
            "Pierre Gag, said. An aide said that the ambassador had shouted.",
            [
                ("An aide", "alleges", "The ambassador had shouted."),
            ],
        ),
        (
            "Orsk and Lima each accused the other of firing first.",
            [
                ("Orsk", "alleges", "Lima fired first."),
                ("Lima", "alleges", "Orsk fired first."),
            ],
        ),
        (
            "Juventus admitted interest but said that they had pulled out because of the fee. "
            "The player's agent, Jorge Sala, disputed this.",
            [
                ("Juventus", "confirms", "There was interest."),
                ("Juventus", "alleges", "Juventus had pulled out because of the fee."),
                ("The player", "denies", "Juventus had pulled out because of the fee."),
            ],
        ),
        (
            "The health ministry said that 86 people had died of fever since May. A charity, "
            "Medair, said that the real number was at least three times higher. A nurse said "
            "that she had been told to keep quiet. The Red Cross said it had not been able to "
            "verify either figure.",
            [
                ("health ministry", "alleges", "86 people had died of fever since May."),
                ("Medair", "alleges", "The real number was at least three times higher."),
                ("A nurse", "alleges", "A nurse had been told to keep quiet."),
                (
                    "Red Cross",
                    "neither_confirms_nor_denies",
                    "The real number was at least three times higher.",
                ),
                (
                    "Red Cross",
                    "neither_confirms_nor_denies",
                    "86 people had died of fever since May.",
                ),
            ],
        ),
        (
            "A website said a nurse had died at the clinic. The FDA said it was aware of the "
            "death but declined to comment further.",
            [
                ("A website", "alleges", "A nurse had died at the clinic."),
                ("FDA", "declines_to_comment", "A nurse had died at the clinic."),
            ],
        ),
        (
            "The court rejected Mr Hale's argument that the search was illegal.",
            [
                ("The court", "denies", "The search was illegal."),
                ("Hale", "alleges", "The search was illegal."),
            ],
        ),
        (
            "Orsk denied Lima's claim that its troops had crossed the border.",
            [
                ("Orsk", "denies", "Orsk's troops had crossed the border."),
                ("Lima", "alleges", "Orsk's troops had crossed the border."),
            ],
        ),
        (
            "The chairman said that profits had fallen. The bank said that it would not cut "
            'jobs. "Not one of our vans was stolen," said a porter, Pol Arun.',
            [
                ("The chairman", "alleges", "Profits had fallen."),
                ("The bank", "denies", "The bank would cut jobs."),
                ("a porter", "denies", "One of their vans was stolen."),
            ],
        ),
        (
            "Bank denies cover-up\n"
            "The bank said that a clerk had taken 40 million euros. Its chief, Ann Poll, said "
            "she had told the police at once.",
            [
                ("Bank", "denies", "There was a cover-up."),
                ("Bank", "alleges", "A clerk had taken 40 million euros."),
                ("Ann Poll", "alleges", "Ann Poll had told the police at once."),
            ],
        ),
        (
            "Orsk said it had not paid the pirates. The owners of the ship rejected that.",
            [
                ("Orsk", "alleges", "Orsk had not paid the pirates."),
                ("owners of the ship", "denies", "Orsk had not paid the pirates."),
            ],
        ),
        (
            "The Front said its men had taken Dol. Rumours that the general had personally "
            "shot the prisoners were false, the army said.",
            [
                ("Front", "alleges", "The Front's men had taken Dol."),
                ("unattributed", "alleges", "The general had personally shot the prisoners."),
                ("the army", "denies", "The general had personally shot the prisoners."),
            ],
        ),
        (
            "Kellmark denied rumours of Orr selling the mill.",
            [
                ("Kellmark", "denies", "Orr sold the mill."),
            ],
        ),
        (
            "A letter from the firm said the oven was safe. Pressed on an internal e-mail from "
            "May, Ada Orr confirmed it was genuine but said it concerned a different product.",
            [
                ("A letter from the firm", "alleges", "The oven was safe."),
                ("Ada Orr", "confirms", "The e-mail was genuine."),
            ],
        ),
        (
            "The letter is a fake, the mayor said. Ida Holm, who found it, said it was genuine.",
            [
                ("the mayor", "alleges", "The letter is a fake."),
                ("Ida Holm", "denies", "The letter is a fake."),
            ],
        ),
        (
            "The mayor said the note was hers. Police said it was genuine.",
            [
                ("The mayor", "alleges", "The note was hers."),
                ("Police", "confirms", "The note was genuine."),
            ],
        ),
        (
            "Rumours said a van was hunting children. None of it happened, according to the "
            "police.",
            [
                ("unattributed", "alleges", "A van was hunting children."),
                ("police", "denies", "A van was hunting children."),
            ],
        ),
        (
            'The mayor said the bridge was safe. Later he called it "a mistake in a fast-moving '
            'situation".',
            [("The mayor", "alleges", "The bridge was safe.")],
        ),
        (
            'An anonymous letter claimed that the mayor had sold the park. "The park is '
            'open every day," her deputy, Jan Roth, said. The council dismissed the letter '
            "as untrue.",
            [
                ("An anonymous letter", "alleges", "The mayor had sold the park."),
                ("Jan Roth", "alleges", "The park is open every day."),
                ("The council", "denies", "The mayor had sold the park."),
            ],
        ),
        (
            "The Dispatch said the mill was sold. A leaflet said that workers had been "
            "sacked. The mill's owner, Ada Lund, called the leaflet a lie.",
            [
                ("Dispatch", "alleges", "The mill was sold."),
                ("A leaflet", "alleges", "Workers had been sacked."),
                ("Ada Lund", "denies", "Workers had been sacked."),
            ],
        ),
        (
            "Soldiers opened fire on a bus near Arlo at dawn, the union said. The mission "
            "said it had counted nine breaches but declined to say who was responsible for "
            "the dawn incident.",
            [
                ("the union", "alleges", "Soldiers opened fire on a bus near Arlo at dawn."),
                (
                    "The mission",
                    "declines_to_comment",
                    "Soldiers opened fire on a bus near Arlo at dawn.",
                ),
            ],
        ),
        (
            "The rebels bombed the station, the army said. The United Nations declined to "
            "say who had carried out the bombing.",
            [
                ("the army", "alleges", "The rebels bombed the station."),
                ("United Nations", "declines_to_comment", "The rebels bombed the station."),
            ],
        ),
        (
            "Rebels attacked a village near Tosk at night, the government said. Police "
            "would not say who was behind the raid on the mill.",
            [
                ("the government", "alleges", "Rebels attacked a village near Tosk at night."),
            ],
        ),
        (
            "The mayor sold the park, the Dispatch said. The council declined to say who "
            "was behind the attack.",
            [
                ("Dispatch", "alleges", "The mayor sold the park."),
            ],
        ),
        (
            "One of the pilots has failed a drink test, Radio Nord reported. Harbour "
            "officials declined to specify which of the pilots has allegedly been drinking.",
            [
                ("Radio Nord", "alleges", "One of the pilots has failed a drink test."),
                (
                    "Harbour officials",
                    "declines_to_comment",
                    "One of the pilots has failed a drink test.",
                ),
            ],
        ),
        (
            "The park was sold last week, Channel 9 reported. The mayor, Ann Holt, was ill,"
            " her deputy said. Asked about the Channel 9 report, the council's spokesman, "
            "Jan Roth, said he never commented on what others say.",
            [
                ("Channel 9", "alleges", "The park was sold last week."),
                ("Ann Holt's deputy", "alleges", "The mayor, Ann Holt, was ill."),
                ("council", "neither_confirms_nor_denies", "The park was sold last week."),
            ],
        ),
        (
            "Prosecutors have opened an inquiry into the brewery, three people said. The "
            "bar association confirmed it had fined the brewery in 2020 but would not "
            "comment on whether a new case had been opened.",
            [
                ("three people", "alleges", "Prosecutors have opened an inquiry into the brewery."),
                (
                    "bar association",
                    "confirms",
                    "The bar association had fined the brewery in 2020.",
                ),
                ("bar association", "declines_to_comment", "A new case had been opened."),
            ],
        ),
        (
            "A new case has been opened against the brewery, the Dispatch said. The court "
            "would not say whether a new case had been opened.",
            [
                ("Dispatch", "alleges", "A new case has been opened against the brewery."),
                (
                    "The court",
                    "neither_confirms_nor_denies",
                    "A new case has been opened against the brewery.",
                ),
            ],
        ),
        (
            "Tarsk's army spokeswoman, Mia Dolan, said the river was closed. General Rolf "
            "Berg said the road was open. He did, however, reject Dolan's claim that four "
            "bridges had been mined.",
            [
                ("Tarsk's army", "alleges", "The river was closed."),
                ("Rolf Berg", "denies", "Four bridges had been mined."),
                ("Tarsk's army", "alleges", "Four bridges had been mined."),
            ],
        ),
    ],
)
def test_an_answer_is_on_what_it_answers(text: str, found: list[tuple[str, str, str]]) -> None:
    assert sorted(tell(text)) == sorted(found)
