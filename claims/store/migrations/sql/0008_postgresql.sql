CREATE INDEX ix_decision_actor_claim_id ON decision (actor, claim_id)
